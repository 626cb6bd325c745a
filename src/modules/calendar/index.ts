/** The door of calendar. */
export { calendarModule } from './calendar.module.ts';
export { loadCalendar, readTimeZone } from './store/calendar.store.ts';
export { getDeadline, getDeadlines, removeDeadline, setDeadline, type DeadlineInput } from './deadlines.ts';
