/** The door of system. */
export { systemModule } from './system.module.ts';
