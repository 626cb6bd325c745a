import { z } from 'zod';
import { defineRoute, fileAnswer } from '#platform/http/route.contract.ts';
import { languages } from '#platform/i18n/name.schema.ts';

export const downloadImportTemplate = defineRoute({
  id: 'importTarget.template',
  method: 'GET',
  path: '/import-targets/:targetId/template',
  params: z.object({ targetId: z.string().min(1).max(60) }),
  /** The reader's own language unless told. */
  query: z.strictObject({ language: z.enum(languages).optional() }),
  out: fileAnswer,
  answer: 'file',
  permission: 'import.create',
  subject: { kind: 'importBatch', from: 'list' },
  reasons: ['targetUnknown'],
  summary: { zh: '下载导入模板（XLSX）', en: 'Download a workbook to fill in' },
});

export const exportRejectsWorkbook = defineRoute({
  id: 'importBatch.rejectsWorkbook',
  method: 'GET',
  path: '/import-batches/:batchId/rejects-workbook',
  params: z.object({ batchId: z.uuid() }),
  out: fileAnswer,
  answer: 'file',
  permission: 'import.read',
  subject: { kind: 'importBatch', param: 'batchId' },
  reasons: [],
  summary: { zh: '下载未写入的行及原因（XLSX）', en: 'Download the rows left out, with reasons, as a workbook' },
});

export const workbookRoutes = [downloadImportTemplate, exportRejectsWorkbook] as const;
