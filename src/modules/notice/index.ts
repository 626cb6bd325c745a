/** The door of notice. */
export { noticeModule } from './notice.module.ts';
