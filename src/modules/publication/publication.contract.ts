import { z } from 'zod';
import { traceSchema } from '#platform/figure/figure.schema.ts';
import { defineRoute } from '#platform/http/route.contract.ts';
import { cockpitSchema, feedQuery, feedSchema, figuresQuery, figuresSchema, waitingSchema } from './publication.schema.ts';

const listed = { kind: 'figure', from: 'list' } as const;

export const listFigures = defineRoute({
  id: 'figure.list',
  method: 'GET',
  path: '/figures',
  query: figuresQuery,
  out: figuresSchema,
  permission: 'figure.read',
  subject: listed,
  reasons: [],
  summary: { zh: '一个对象的关键数字', en: 'Key figures of a record' },
});
export const getTrace = defineRoute({
  id: 'trace.get',
  method: 'GET',
  path: '/traces/:provider',
  params: z.strictObject({ provider: z.string().regex(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/).max(60) }),
  /** Parameters of the provider, as the figure's trace link names them. */
  query: z.object({}).catchall(z.string().max(6000)),
  out: traceSchema,
  permission: 'figure.read',
  subject: listed,
  reasons: ['traceUnknown'],
  summary: { zh: '数字追溯', en: 'What stands behind a figure' },
});
export const listFeed = defineRoute({
  id: 'feed.list',
  method: 'GET',
  path: '/feed',
  query: feedQuery,
  out: feedSchema,
  permission: 'figure.read',
  subject: listed,
  reasons: [],
  csv: ['id', 'at', 'actor', 'event', 'subject', 'changes'],
  summary: { zh: '发生了什么变化', en: 'What changed' },
});
export const listWaiting = defineRoute({ id: 'waiting.list', method: 'GET', path: '/waiting', out: waitingSchema, permission: 'figure.read', subject: listed, reasons: [], summary: { zh: '等我处理', en: 'Waiting for me' } });
export const getCockpit = defineRoute({ id: 'cockpit.get', method: 'GET', path: '/cockpit', out: cockpitSchema, permission: 'figure.read', subject: listed, reasons: [], summary: { zh: '驾驶舱', en: 'Cockpit' } });

export const publicationRoutes = [listFigures, getTrace, listFeed, listWaiting, getCockpit] as const;
