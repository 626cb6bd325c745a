/** The door of notice. */
export { noticeModule } from './notice.module.ts';
export { runRelay } from './actions/run-relay.ts';
export { sendDeliveries } from './actions/send-deliveries.ts';
export { directWays, sendDirectly, type DirectLetter } from './actions/send-directly.ts';
export { settleNotices } from '#platform/notice/settle.ts';
