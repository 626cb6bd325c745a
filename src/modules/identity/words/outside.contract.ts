import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { signInAnswerSchema } from './security.schema.ts';

export const outsideReasons = {
  outsideOff: 404,
  outsideUnknown: 403,
  outsideOver: 410,
  providerAway: 503,
  providerRefused: 401,
} as const;

const shared = { method: 'POST', secret: true, personal: true, perMinute: 30, permission: 'anonymous', status: 201 } as const;

/** The browser keeps `browser` and gives it back: an answer that reaches another browser is worth nothing. */
export const beginOutside = defineRoute({ id: 'outsideSignIn.begin', path: '/session/outside', ...shared, body: z.strictObject({ next: z.string().max(1000).nullable().default(null), invitation: z.string().min(20).max(200).nullable().default(null) }), out: z.object({ url: z.string(), browser: z.string() }), reasons: ['outsideOff', 'providerAway'], summary: { zh: '通过统一登录进入', en: 'Begin to sign in through the provider' } });
export const finishOutside = defineRoute({ id: 'outsideSignIn.finish', path: '/session/outside/return', ...shared, body: z.strictObject({ browser: z.string().min(20).max(100), answer: z.record(z.string().max(40), z.string().max(4000)).refine((answer) => Object.keys(answer).length <= 12, { message: 'notValid' }) }), out: signInAnswerSchema.extend({ next: z.string() }), reasons: ['outsideOff', 'outsideOver', 'outsideUnknown', 'providerAway', 'providerRefused', 'noSpace', 'invitationDead'], summary: { zh: '完成统一登录', en: 'Finish signing in with what the provider answered' } });

export const outsideRoutes = [beginOutside, finishOutside] as const;
