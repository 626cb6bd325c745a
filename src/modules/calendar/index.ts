/** The door of calendar. */
export { calendarModule } from './calendar.module.ts';
