import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { fixInputSchema, skipInputSchema } from './fix.schema.ts';
import { batchSchema } from './import.schema.ts';

const one = { kind: 'importBatch', param: 'batchId' } as const;
const params = z.object({ batchId: z.uuid() });

/** The batch, and how many rows were changed. */
const changed = z.object({ batch: batchSchema, rows: z.number().int().min(0) });

export const fixImportRows = defineRoute({
  id: 'importBatch.fix',
  method: 'POST',
  path: '/import-batches/:batchId/fixes',
  params,
  body: fixInputSchema,
  out: changed,
  permission: 'import.create',
  subject: one,
  reasons: ['wrongState', 'rowUnknown', 'columnUnknown', 'mappingLength', 'fieldUnknown', 'fieldTwice', 'fieldMissing'],
  summary: { zh: '改正单元格，原文保留', en: 'Correct cells beside what the file says' },
});

export const skipImportRows = defineRoute({
  id: 'importBatch.skip',
  method: 'POST',
  path: '/import-batches/:batchId/skips',
  params,
  body: skipInputSchema,
  out: changed,
  permission: 'import.create',
  subject: one,
  reasons: ['wrongState', 'rowUnknown'],
  summary: { zh: '略过或恢复一些行', en: 'Skip rows or take them back in' },
});

export const fixRoutes = [fixImportRows, skipImportRows] as const;
