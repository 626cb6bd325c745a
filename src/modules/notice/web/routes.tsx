import type { PageRoute } from '#web/router/page-route.ts';

export const routes: PageRoute[] = [
  { path: '/notices', title: 'notice.mine', load: () => import('./NoticeList.tsx') },
  { path: '/go/$noticeId', title: 'notice.going', load: () => import('./GoToNotice.tsx') },
  { path: '/account/notices', title: 'notice.settings', load: () => import('./NoticeSettings.tsx') },
  { path: '/administration/channels', title: 'notice.channels', load: () => import('./ChannelList.tsx'), administration: { group: 'exchange', order: 40, permission: 'channel.read', hint: 'notice.channels.hint' } },
  { path: '/administration/deliveries', title: 'notice.deliveries', load: () => import('./DeliveryList.tsx'), administration: { group: 'exchange', order: 50, permission: 'delivery.read', hint: 'notice.deliveries.hint' } },
  { path: '/administration/notice-policy', title: 'notice.policy', load: () => import('./NoticePolicy.tsx'), administration: { group: 'rules', order: 40, permission: 'noticePolicy.read', hint: 'notice.policy.hint' } },
];
