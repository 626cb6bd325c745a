import { z } from 'zod';
import { traceSchema } from '#platform/figure/figure.schema.ts';
import { defineRoute } from '#platform/http/route.contract.ts';

/** What stands behind a figure; each provider says which parameters it takes. */
export const traceRoute = defineRoute({
  id: 'trace.get',
  method: 'GET',
  path: '/traces/:provider',
  params: z.object({ provider: z.string() }),
  query: z.object({}).catchall(z.string()),
  out: traceSchema,
  permission: 'anonymous',
  reasons: [],
  summary: { zh: '一个数字的来历', en: 'What stands behind a figure' },
});
