/** The door of the room: what rooms below it may use. */
export { observatoryModule } from './observatory.module.ts';
