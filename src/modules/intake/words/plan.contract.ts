import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';

const one = { kind: 'importBatch', param: 'batchId' } as const;
const params = z.object({ batchId: z.uuid() });
const count = z.number().int().min(0);
const bilingual = z.object({ zh: z.string(), en: z.string() });

export const planImport = defineRoute({
  id: 'importBatch.plan',
  method: 'GET',
  path: '/import-batches/:batchId/plan',
  params,
  /** `remarks`: what is said of rows that are written all the same, the most frequent first. */
  out: z.object({ creates: count, changes: count, leaves: count, remarks: z.array(z.object({ reason: z.string(), label: bilingual, count })) }),
  permission: 'import.read',
  subject: one,
  reasons: [],
  summary: { zh: '写入前预告：新建、更改、不写入', en: 'What applying would create, change and leave' },
});

export const planImportUndo = defineRoute({
  id: 'importBatch.undoPlan',
  method: 'GET',
  path: '/import-batches/:batchId/undo-plan',
  params,
  /** `known` is false for a batch too long to try out. */
  out: z.object({ known: z.boolean(), removed: count, restored: count, kept: count }),
  permission: 'import.apply',
  subject: one,
  reasons: ['wrongState'],
  summary: { zh: '撤销前预告：移除、复原、保留', en: 'What undoing would remove, restore and keep' },
});

export const planRoutes = [planImport, planImportUndo] as const;
