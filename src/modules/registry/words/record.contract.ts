import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf, pageQuery } from '#platform/page/page.schema.ts';
import { idSchema, subjectShape } from './record.schema.ts';
import { aliasInputSchema, aliasSchema } from './statement.schema.ts';

/** What one entry of a record's history says; the words for `event` come from the messages. */
export const historyEntrySchema = z.object({
  id: idSchema,
  at: z.iso.datetime(),
  actorName: z.string(),
  /** For whom, when the actor was a deputy. */
  forName: z.string().nullable(),
  role: z.string().nullable(),
  event: z.string(),
  /** field → [old, new] */
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const searchHitSchema = z.object({
  kind: z.string(),
  id: z.string(),
  name: z.object({ zh: z.string().optional(), en: z.string().optional() }),
  detail: z.object({ zh: z.string(), en: z.string() }),
  href: z.string(),
});
export const searchAnswerSchema = z.object({ groups: z.array(z.object({ kind: z.string(), hits: z.array(searchHitSchema), more: z.boolean() })) });
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/*
 * These routes serve records of many kinds, so the permission depends on the kind: the action asks the subject loader
 * of the kind and its read or update permission. A record that may not be read is not found.
 */
export const listAliases = defineRoute({
  id: 'alias.list',
  method: 'GET',
  path: '/aliases',
  query: z.strictObject(subjectShape),
  out: z.object({ items: z.array(aliasSchema) }),
  permission: 'signedIn',
  reasons: [],
  csv: ['id', 'subjectKind', 'subjectId', 'name', 'language', 'kind'],
  summary: { zh: '查询别名', en: 'List the aliases of a record' },
});

export const addAlias = defineRoute({
  id: 'alias.add',
  method: 'POST',
  path: '/aliases',
  body: aliasInputSchema,
  out: aliasSchema,
  permission: 'signedIn',
  reasons: ['aliasTaken'],
  status: 201,
  summary: { zh: '添加别名', en: 'Add an alias to a record' },
});

export const removeAlias = defineRoute({
  id: 'alias.remove',
  method: 'DELETE',
  path: '/aliases/:aliasId',
  params: z.object({ aliasId: idSchema }),
  out: z.null(),
  permission: 'signedIn',
  reasons: [],
  status: 204,
  summary: { zh: '删除别名', en: 'Remove an alias' },
});

export const listHistory = defineRoute({
  id: 'history.list',
  method: 'GET',
  path: '/history',
  query: z.strictObject({ ...pageQuery, subjectKind: z.string().regex(/^[a-z][A-Za-z]{1,40}$/), subjectId: z.string().min(1).max(60) }),
  out: pageOf(historyEntrySchema),
  permission: 'signedIn',
  reasons: [],
  csv: ['at', 'actorName', 'forName', 'role', 'event', 'changes'],
  summary: { zh: '查看记录的变更历史', en: 'List the history of a record' },
});

export const search = defineRoute({
  id: 'search.list',
  method: 'GET',
  path: '/search',
  query: z.strictObject({ q: z.string().trim().min(1).max(100), limit: z.coerce.number().int().min(1).max(50).default(8), kind: z.string().max(40).optional() }),
  out: searchAnswerSchema,
  permission: 'signedIn',
  reasons: [],
  summary: { zh: '全局搜索', en: 'Search everything' },
});

export const recordRoutes = [listAliases, addAlias, removeAlias, listHistory, search] as const;
