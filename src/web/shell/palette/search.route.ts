import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';

const hitSchema = z.object({
  kind: z.string(),
  id: z.string(),
  name: nameSchema,
  detail: z.object({ zh: z.string(), en: z.string() }),
  href: z.string(),
});
export type FoundHit = z.infer<typeof hitSchema>;

export const searchRoute = defineRoute({
  id: 'search.list',
  method: 'GET',
  path: '/search',
  query: z.object({ q: z.string(), kind: z.string().optional(), limit: z.coerce.number().optional() }),
  out: z.looseObject({ items: z.array(hitSchema) }),
  permission: 'anonymous',
  reasons: [],
  summary: { zh: '搜索', en: 'Search' },
});
