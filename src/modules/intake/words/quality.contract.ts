import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { sourceQualitySchema } from './quality.schema.ts';

export const getSourceQuality = defineRoute({
  id: 'sourceQuality.get',
  method: 'GET',
  path: '/sources/:sourceId/quality',
  params: z.object({ sourceId: z.uuid() }),
  out: sourceQualitySchema,
  permission: 'source.read',
  subject: { kind: 'source', from: 'list' },
  reasons: [],
  summary: { zh: '来源质量报告：完整性、时效、未写入、来源冲突、未匹配', en: 'Quality report of a source: completeness, freshness, rejects, conflicts, unmatched' },
});

export const qualityRoutes = [getSourceQuality] as const;
