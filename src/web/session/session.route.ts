import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';

/** The shell reads no more than this of the session, whoever answers it. */
export const shellSessionSchema = z.looseObject({
  signedIn: z.boolean(),
  name: z.string(),
  space: z.looseObject({ id: z.string(), name: nameSchema, sample: z.boolean().optional() }).nullable(),
  spaces: z.array(z.looseObject({ id: z.string(), name: nameSchema, sample: z.boolean().optional() })),
  mandates: z.array(z.looseObject({ role: z.string() })),
});
export type ShellSession = z.infer<typeof shellSessionSchema>;

export const sessionRoute = defineRoute({
  id: 'session.get',
  method: 'GET',
  path: '/session',
  out: shellSessionSchema,
  permission: 'anonymous',
  reasons: [],
  summary: { zh: '当前会话', en: 'The current session' },
});

export const switchSpaceRoute = defineRoute({
  id: 'session.switchSpace',
  method: 'PUT',
  path: '/session/space',
  body: z.strictObject({ spaceId: z.string() }),
  out: z.unknown(),
  permission: 'signedIn',
  reasons: [],
  summary: { zh: '切换空间', en: 'Switch space' },
});

export const signOutRoute = defineRoute({
  id: 'session.end',
  method: 'DELETE',
  path: '/session',
  out: z.unknown(),
  permission: 'signedIn',
  reasons: [],
  summary: { zh: '退出登录', en: 'Sign out' },
});
