import { z } from 'zod';
import { languages, nameSchema } from '#platform/i18n/name.schema.ts';
import { leveled } from '#platform/level/level.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { choices } from './notice.rules.ts';

const idSchema = z.uuid();
const instant = z.iso.datetime();
const groupName = z.string().regex(/^[a-z]{2,30}$/);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const noticeSchema = z.object({
  id: idSchema,
  kind: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  href: z.string(),
  /** Null also where this reader may not know it any more. */
  name: nameSchema.nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  dueAt: instant.nullable(),
  /** How many things of one kind and record this line stands for. */
  merged: z.number().int(),
  byName: nameSchema.nullable(),
  createdAt: instant,
  updatedAt: instant,
  seenAt: instant.nullable(),
  doneAt: instant.nullable(),
});
export type NoticeView = z.infer<typeof noticeSchema>;

export const noticeListQuery = z.strictObject({ ...pageQuery, state: z.enum(['all', 'unseen', 'open', 'done']).default('all'), group: groupName.optional(), sort: z.enum(['-updatedAt', 'updatedAt']).default('-updatedAt') });
export const seenAllSchema = z.strictObject({ until: instant });
export const noticeCountSchema = z.object({ unseen: z.number().int(), newest: instant.nullable() });

const chosen = z.record(groupName, z.enum(choices));
export const noticeChoiceSchema = z.object({
  version: z.number().int(),
  choices: chosen,
  quietFrom: timeOfDay.nullable(),
  quietUntil: timeOfDay.nullable(),
  dailyAt: timeOfDay.nullable(),
  /** One's own, told to nobody else. */
  phone: leveled('internal', z.string()).nullable(),
  email: leveled('internal', z.string()).nullable(),
  /** What there is to choose among, and what can't be chosen. */
  groups: z.array(z.object({ group: z.string(), kinds: z.array(z.string()) })),
  locked: z.array(z.string()),
  /** Which ways lead to this person today. */
  ways: z.array(z.enum(['mail', 'sms'])),
  space: z.object({ quietFrom: timeOfDay, quietUntil: timeOfDay, dailyAt: timeOfDay, timeZone: z.string() }),
});
export const noticeChoiceInput = z.strictObject({
  choices: chosen.default({}),
  quietFrom: timeOfDay.nullable().default(null),
  quietUntil: timeOfDay.nullable().default(null),
  dailyAt: timeOfDay.nullable().default(null),
  phone: leveled('sensitive', z.string().trim().regex(/^\+?[0-9]{5,20}$/)).nullable().default(null),
}).refine((choice) => (choice.quietFrom === null) === (choice.quietUntil === null), { message: 'quietHalf', path: ['quietUntil'] });

export const noticePolicySchema = z.object({ version: z.number().int(), quietFrom: timeOfDay, quietUntil: timeOfDay, dailyAt: timeOfDay, escalateAfter: z.number().int(), timeZone: z.string() });
export const noticePolicyInput = z.strictObject({ quietFrom: timeOfDay, quietUntil: timeOfDay, dailyAt: timeOfDay, escalateAfter: z.number().int().min(0).max(60) });

export const channelKinds = ['mail', 'sms', 'webhook', 'wecom', 'dingtalk', 'feishu'] as const;
export type ChannelKind = (typeof channelKinds)[number];
/** These reach a person; the others speak to a group and are told which kinds. */
export const personalKinds: readonly ChannelKind[] = ['mail', 'sms'];

const plainLine = (most: number) => z.string().trim().min(1).max(most).regex(/^[^\r\n\0]*$/);
const httpUrl = z.string().trim().max(500).regex(/^https?:\/\/[^\s/@]+(\/\S*)?$/);
const secret = plainLine(500).optional();
/** What a gateway's fields may hold; anything else would be a way out for more than was meant to leave. */
export const smsPlaceholders = ['phone', 'text', 'count', 'link', 'id', 'token'] as const;
const template = plainLine(300).refine((text) => [...text.matchAll(/\{\{(.*?)\}\}/g)].every((match) => (smsPlaceholders as readonly string[]).includes(match[1] ?? '')), { message: 'placeholderUnknown' });

const audience = {
  name: nameSchema,
  groups: z.array(groupName).max(30).default([]),
  scopeKind: z.enum(['space', 'territory', 'cluster']).default('space'),
  scopeId: z.string().trim().min(1).max(60).nullable().default(null),
};
export const mailSettings = z.strictObject({ host: plainLine(253), port: z.number().int().min(1).max(65535).default(587), security: z.enum(['tls', 'starttls', 'none']).default('starttls'), from: z.email().max(200), user: plainLine(200).nullable().default(null) });
export const smsSettings = z.strictObject({ url: httpUrl, body: z.enum(['json', 'form']).default('json'), fields: z.record(z.string().regex(/^[A-Za-z][\w.-]{0,59}$/), template), okField: z.string().regex(/^[A-Za-z][\w.-]{0,59}$/).nullable().default(null), okValue: plainLine(60).nullable().default(null) });
export const webhookSettings = z.strictObject({ url: httpUrl });
const robotSettings = (address: string) => z.strictObject({ url: httpUrl.default(address), language: z.enum(languages).default('zh-CN') });
export const wecomSettings = robotSettings('https://qyapi.weixin.qq.com/cgi-bin/webhook/send');
export const dingtalkSettings = robotSettings('https://oapi.dingtalk.com/robot/send');
export const feishuSettings = robotSettings('https://open.feishu.cn/open-apis/bot/v2/hook');

/** Secrets left out of a change stay as they are. */
export const channelInput = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('mail'), ...audience, settings: mailSettings, secrets: z.strictObject({ password: secret }).default({}) }),
    z.strictObject({ kind: z.literal('sms'), ...audience, settings: smsSettings, secrets: z.strictObject({ token: secret }).default({}) }),
    z.strictObject({ kind: z.literal('webhook'), ...audience, settings: webhookSettings, secrets: z.strictObject({ signingKey: secret }).default({}) }),
    z.strictObject({ kind: z.literal('wecom'), ...audience, settings: wecomSettings, secrets: z.strictObject({ key: secret }).default({}) }),
    z.strictObject({ kind: z.literal('dingtalk'), ...audience, settings: dingtalkSettings, secrets: z.strictObject({ accessToken: secret, signKey: secret }).default({}) }),
    z.strictObject({ kind: z.literal('feishu'), ...audience, settings: feishuSettings, secrets: z.strictObject({ hook: secret, signKey: secret }).default({}) }),
  ])
  .refine((channel) => (channel.scopeKind === 'space') === (channel.scopeId === null), { message: 'scopeMissing', path: ['scopeId'] });
export type ChannelInput = z.output<typeof channelInput>;

/** Without these a channel of the kind can't speak. */
export const neededSecrets: Readonly<Record<ChannelKind, readonly string[]>> = { mail: [], sms: [], webhook: ['signingKey'], wecom: ['key'], dingtalk: ['accessToken'], feishu: ['hook'] };

export const channelStates = ['active', 'paused'] as const;
export const channelSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  kind: z.enum(channelKinds),
  name: nameSchema,
  state: z.enum([...channelStates, 'removed']),
  settings: z.record(z.string(), z.unknown()),
  /** Which secrets are kept; never what they are. */
  secretNames: z.array(z.string()),
  groups: z.array(z.string()),
  scopeKind: z.enum(['space', 'territory', 'cluster']),
  scopeId: z.string().nullable(),
  scopeName: nameSchema.nullable(),
  failures: z.number().int(),
  restingUntil: instant.nullable(),
  lastReason: z.string().nullable(),
  lastSentAt: instant.nullable(),
  waiting: z.number().int(),
  createdAt: instant,
  updatedAt: instant,
});
export type Channel = z.infer<typeof channelSchema>;
export const channelsSchema = z.object({ items: z.array(channelSchema) });

export const deliveryStates = ['waiting', 'sending', 'sent', 'failed', 'dropped'] as const;
export const deliverySchema = z.object({
  id: idSchema,
  channelId: idSchema,
  channelName: nameSchema,
  channelKind: z.enum(channelKinds),
  purpose: z.enum(['immediate', 'daily', 'group', 'test', 'direct']),
  kind: z.string().nullable(),
  personName: nameSchema.nullable(),
  itemCount: z.number().int(),
  dueCount: z.number().int(),
  state: z.enum(deliveryStates),
  tries: z.number().int(),
  nextTryAt: instant,
  reason: z.string().nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;
export const deliveryListQuery = z.strictObject({ ...pageQuery, state: z.enum(deliveryStates).optional(), channelId: idSchema.optional(), sort: z.enum(['-createdAt', 'createdAt']).default('-createdAt') });
