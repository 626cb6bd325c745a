import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import {
  channelInput, channelSchema, channelsSchema, channelStates, deliveryListQuery, deliverySchema, noticeChoiceInput, noticeChoiceSchema, noticeCountSchema, noticeListQuery, noticePolicyInput, noticePolicySchema,
  noticeSchema, seenAllSchema,
} from './notice.schema.ts';

/** Reasons of this room and their HTTP status; words are `notice.reason.<name>`. */
export const noticeReasons = { groupUnknown: 422, secretMissing: 422, kindFixed: 409, channelPaused: 409, deliveryOver: 409 } as const;

const noticeParams = z.strictObject({ noticeId: z.uuid() });
const channelParams = z.strictObject({ channelId: z.uuid() });

export const listNotices = defineRoute({ id: 'notice.list', method: 'GET', path: '/notices', query: noticeListQuery, out: pageOf(noticeSchema), permission: 'signedIn', reasons: ['invalidCursor'], csv: ['kind', 'name.zh', 'name.en', 'dueAt', 'merged', 'createdAt', 'seenAt', 'doneAt', 'href'], summary: { zh: '我的通知', en: 'List my notices' } });
export const countNotices = defineRoute({ id: 'notice.count', method: 'GET', path: '/notices/count', out: noticeCountSchema, permission: 'signedIn', reasons: [], summary: { zh: '未读通知数', en: 'How many of my notices are unseen' } });
export const getNotice = defineRoute({ id: 'notice.get', method: 'GET', path: '/notices/:noticeId', params: noticeParams, out: noticeSchema, permission: 'signedIn', reasons: [], summary: { zh: '一条通知', en: 'Get one of my notices' } });
export const seeNotice = defineRoute({ id: 'notice.see', method: 'PUT', path: '/notices/:noticeId/seen', params: noticeParams, out: noticeSchema, permission: 'signedIn', reasons: [], summary: { zh: '标为已读', en: 'Mark one of my notices as seen' } });
export const seeAllNotices = defineRoute({ id: 'notice.seeAll', method: 'POST', path: '/notices/seen', body: seenAllSchema, out: noticeCountSchema, permission: 'signedIn', reasons: [], summary: { zh: '全部标为已读', en: 'Mark my notices up to an instant as seen' } });

export const getNoticeChoice = defineRoute({ id: 'noticeChoice.get', method: 'GET', path: '/notice-choice', out: noticeChoiceSchema, permission: 'signedIn', reasons: [], summary: { zh: '我的通知设置', en: 'Get what I want to be told and when' } });
export const updateNoticeChoice = defineRoute({ id: 'noticeChoice.update', method: 'PUT', path: '/notice-choice', body: noticeChoiceInput, out: noticeChoiceSchema, permission: 'signedIn', reasons: ['groupUnknown'], ifMatch: true, summary: { zh: '修改我的通知设置', en: 'Change what I want to be told and when' } });

export const getNoticePolicy = defineRoute({ id: 'noticePolicy.get', method: 'GET', path: '/notice-policy', out: noticePolicySchema, permission: 'noticePolicy.read', reasons: [], summary: { zh: '空间的通知规则', en: 'Get the notice policy of the space' } });
export const updateNoticePolicy = defineRoute({ id: 'noticePolicy.update', method: 'PUT', path: '/notice-policy', body: noticePolicyInput, out: noticePolicySchema, permission: 'noticePolicy.update', reasons: [], ifMatch: true, summary: { zh: '修改空间的通知规则', en: 'Change the notice policy of the space' } });

export const listChannels = defineRoute({ id: 'channel.list', method: 'GET', path: '/notice-channels', out: channelsSchema, permission: 'channel.read', reasons: [], summary: { zh: '通知通道', en: 'List channels' } });
export const createChannel = defineRoute({ id: 'channel.create', method: 'POST', path: '/notice-channels', body: channelInput, secret: true, out: channelSchema, permission: 'channel.update', reasons: ['groupUnknown', 'scopeUnknown', 'secretMissing'], status: 201, summary: { zh: '新增通道', en: 'Add a channel' } });
export const updateChannel = defineRoute({ id: 'channel.update', method: 'PUT', path: '/notice-channels/:channelId', params: channelParams, body: channelInput, secret: true, out: channelSchema, permission: 'channel.update', reasons: ['groupUnknown', 'scopeUnknown', 'secretMissing', 'kindFixed'], ifMatch: true, summary: { zh: '修改通道', en: 'Change a channel' } });
export const switchChannel = defineRoute({ id: 'channel.switch', method: 'PUT', path: '/notice-channels/:channelId/state', params: channelParams, body: z.strictObject({ state: z.enum(channelStates) }), out: channelSchema, permission: 'channel.update', reasons: [], summary: { zh: '暂停或恢复通道', en: 'Pause a channel or let it go on' } });
export const removeChannel = defineRoute({ id: 'channel.remove', method: 'DELETE', path: '/notice-channels/:channelId', params: channelParams, out: z.null(), permission: 'channel.update', reasons: [], status: 204, summary: { zh: '移除通道', en: 'Remove a channel' } });
export const testChannel = defineRoute({ id: 'channel.test', method: 'POST', path: '/notice-channels/:channelId/test', params: channelParams, out: deliverySchema, permission: 'channel.update', reasons: ['channelPaused'], status: 202, summary: { zh: '发送测试消息', en: 'Send a test message over a channel' } });

export const listDeliveries = defineRoute({
  id: 'delivery.list', method: 'GET', path: '/notice-deliveries', query: deliveryListQuery, out: pageOf(deliverySchema), permission: 'delivery.read', subject: { kind: 'delivery', from: 'list' }, reasons: ['invalidCursor'],
  csv: ['createdAt', 'channelName', 'personName', 'purpose', 'kind', 'itemCount', 'state', 'tries', 'reason', 'sentAt'], summary: { zh: '送达记录', en: 'List deliveries: what went to whom and when, never what it said' },
});
export const retryDelivery = defineRoute({ id: 'delivery.retry', method: 'POST', path: '/notice-deliveries/:deliveryId/retry', params: z.strictObject({ deliveryId: z.uuid() }), out: deliverySchema, permission: 'delivery.retry', reasons: ['deliveryOver'], summary: { zh: '重新发送', en: 'Try a delivery again' } });

export const noticeRoutes = [
  listNotices, countNotices, getNotice, seeNotice, seeAllNotices, getNoticeChoice, updateNoticeChoice, getNoticePolicy, updateNoticePolicy,
  listChannels, createChannel, updateChannel, switchChannel, removeChannel, testChannel, listDeliveries, retryDelivery,
] as const;
