import type { Module } from '#platform/module/module.ts';
import { createChannel, listChannels, listDeliveries, removeChannel, retry, switchChannel, testChannel, updateChannel } from './actions/keep-channel.ts';
import { getChoice, getPolicy, updateChoice, updatePolicy } from './actions/own-choice.ts';
import { countNotices, getNotice, listNotices, noticeHomeItems, seeAllNotices, seeNotice } from './actions/own-notices.ts';
import { noticeJobs } from './actions/run-relay.ts';
import { noticeReasons, noticeRoutes } from './notice.contract.ts';
import { noticePermissions } from './notice.rules.ts';

export const noticeModule: Module = {
  room: 'notice',
  routes: noticeRoutes,
  actions: {
    'notice.list': listNotices,
    'notice.count': countNotices,
    'notice.get': getNotice,
    'notice.see': seeNotice,
    'notice.seeAll': seeAllNotices,
    'noticeChoice.get': getChoice,
    'noticeChoice.update': updateChoice,
    'noticePolicy.get': getPolicy,
    'noticePolicy.update': updatePolicy,
    'channel.list': listChannels,
    'channel.create': createChannel,
    'channel.update': updateChannel,
    'channel.switch': switchChannel,
    'channel.remove': removeChannel,
    'channel.test': testChannel,
    'delivery.list': listDeliveries,
    'delivery.retry': retry,
  },
  permissions: noticePermissions,
  reasons: noticeReasons,
  noticeKinds: { 'notice.escalated': { duty: true }, 'notice.escalatedOwn': { duty: true } },
  jobs: noticeJobs,
  contributions: { homeItems: [noticeHomeItems] },
};
