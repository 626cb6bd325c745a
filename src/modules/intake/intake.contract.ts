import { z } from 'zod';
import { defineRoute, spooledBody, type Route } from '#platform/http/route.contract.ts';
import { pageOf, pageQuery } from '#platform/page/page.schema.ts';
import { returnRoutes } from './words/form-return.contract.ts';
import { assetRoutes } from './words/asset.contract.ts';
import { batchSchema, batchStates, batchSummarySchema, constantsSchema, decisionInputSchema, mappingSchema, questionSchema, rowListQuery, rowPage, tallyQuery, tallySchema } from './words/import.schema.ts';
import { fileReasons } from './words/read.schema.ts';
import { campaignRoutes } from './words/campaign.contract.ts';
import { claimRoutes } from './words/claim.contract.ts';
import { fixRoutes } from './words/fix.contract.ts';
import { formRoutes } from './words/form.contract.ts';
import { mappingRoutes } from './words/mapping.contract.ts';
import { matchRoutes } from './words/match.contract.ts';
import { partyRoutes } from './words/party.contract.ts';
import { reporterRoutes } from './words/reporter.contract.ts';
import { summaryRoutes } from './words/summary.contract.ts';
import { planRoutes } from './words/plan.contract.ts';
import { qualityRoutes } from './words/quality.contract.ts';
import { workbookRoutes } from './words/workbook.contract.ts';

/** Whatever an installation allows, no file is longer. */
const longestFile = 4 * 1024 ** 3;

const one = { kind: 'importBatch', param: 'batchId' } as const;
const many = { kind: 'importBatch', from: 'list' } as const;
const params = z.object({ batchId: z.uuid() });
const path = '/import-batches/:batchId';

const mappingReasons = ['mappingLength', 'fieldUnknown', 'fieldTwice', 'fieldMissing'] as const;

export const intakeReasons = {
  ...(Object.fromEntries(fileReasons.map((reason) => [reason, 422])) as Record<(typeof fileReasons)[number], 422>),
  fileTooLarge: 413,
  targetUnknown: 422,
  batchUnknown: 422,
  wrongState: 409,
  mappingLength: 422,
  fieldUnknown: 422,
  fieldTwice: 422,
  fieldMissing: 422,
  rowUnknown: 422,
  candidateUnknown: 422,
  columnUnknown: 422,
  nothingToWrite: 422,
  settledOtherwise: 409,
} as const;

export const createImportBatch = defineRoute({
  id: 'importBatch.create',
  method: 'POST',
  path: '/import-batches',
  query: z.strictObject({ fileName: z.string().trim().min(1).max(200), target: z.string().min(1).max(60).default('organisation'), sourceId: z.uuid().optional(), followsId: z.uuid().optional(), sheet: z.string().max(200).optional() }),
  /** The file as it is, sent as text/csv or application/octet-stream. A long one is read after the answer: the batch is then `reading`. */
  body: spooledBody,
  spool: true,
  out: batchSchema,
  permission: 'import.create',
  subject: many,
  reasons: [...fileReasons, 'targetUnknown', 'sourceUnknown', 'batchUnknown'],
  status: 201,
  bodyLimit: longestFile,
  summary: { zh: '上传文件，建立导入批次', en: 'Upload a file as an import batch' },
});

export const listImportBatches = defineRoute({
  id: 'importBatch.list',
  method: 'GET',
  path: '/import-batches',
  query: z.strictObject({ ...pageQuery, state: z.enum(batchStates).optional(), target: z.string().max(60).optional(), sourceId: z.uuid().optional() }),
  out: pageOf(batchSummarySchema),
  permission: 'import.read',
  subject: many,
  reasons: [],
  csv: ['id', 'fileName', 'state', 'rowCount', 'createdByName', 'createdAt', 'appliedAt'],
  summary: { zh: '查询导入批次', en: 'List import batches' },
});

export const getImportBatch = defineRoute({
  id: 'importBatch.get',
  method: 'GET',
  path,
  params,
  out: batchSchema,
  permission: 'import.read',
  subject: one,
  reasons: [],
  summary: { zh: '查看导入批次', en: 'Get an import batch' },
});

export const mapImportBatch = defineRoute({
  id: 'importBatch.map',
  method: 'PUT',
  path: `${path}/mapping`,
  params,
  body: z.strictObject({ mapping: mappingSchema, constants: constantsSchema.optional() }),
  out: batchSchema,
  permission: 'import.create',
  subject: one,
  reasons: ['wrongState', ...mappingReasons],
  ifMatch: true,
  summary: { zh: '设定列与字段的对应', en: 'Set which column fills which field' },
});

export const checkImportBatch = defineRoute({
  id: 'importBatch.check',
  method: 'POST',
  path: `${path}/check`,
  params,
  out: batchSchema,
  permission: 'import.create',
  subject: one,
  reasons: ['wrongState', ...mappingReasons],
  summary: { zh: '逐行检查，不写入', en: 'Check every row, writing nothing' },
});

export const decideImportRows = defineRoute({
  id: 'importBatch.decide',
  method: 'POST',
  path: `${path}/decisions`,
  params,
  body: decisionInputSchema,
  out: batchSchema,
  permission: 'import.apply',
  subject: one,
  reasons: ['wrongState', 'rowUnknown', 'candidateUnknown', 'settledOtherwise'],
  summary: { zh: '为有歧义的行选定候选', en: 'Choose a candidate for rows that ask' },
});

export const applyImportBatch = defineRoute({
  id: 'importBatch.apply',
  method: 'POST',
  path: `${path}/apply`,
  params,
  out: batchSchema,
  permission: 'import.apply',
  subject: one,
  reasons: ['wrongState', 'nothingToWrite'],
  ifMatch: true,
  summary: { zh: '整批写入登记册', en: 'Apply the whole batch' },
});

export const discardImportBatch = defineRoute({
  id: 'importBatch.discard',
  method: 'POST',
  path: `${path}/discard`,
  params,
  out: batchSchema,
  permission: 'import.create',
  subject: one,
  reasons: ['wrongState'],
  summary: { zh: '放弃批次', en: 'Discard a batch' },
});

export const undoImportBatch = defineRoute({
  id: 'importBatch.undo',
  method: 'POST',
  path: `${path}/undo`,
  params,
  out: batchSchema,
  permission: 'import.apply',
  subject: one,
  reasons: ['wrongState'],
  ifMatch: true,
  summary: { zh: '撤销批次', en: 'Undo a batch' },
});

export const cancelImportStep = defineRoute({
  id: 'importBatch.cancel',
  method: 'POST',
  path: `${path}/cancel`,
  params,
  out: batchSchema,
  permission: 'import.create',
  subject: one,
  reasons: ['wrongState'],
  summary: { zh: '取消正在进行的步骤', en: 'Cancel the step that runs' },
});

export const listImportRows = defineRoute({
  id: 'importBatch.rows',
  method: 'GET',
  path: `${path}/rows`,
  params,
  query: rowListQuery,
  out: rowPage,
  permission: 'import.read',
  subject: one,
  reasons: [],
  csv: ['rowNumber', 'state', 'group', 'cells', 'reasons', 'question', 'effect', 'recordId'],
  summary: { zh: '逐行查看检查结果', en: 'List rows with their verdicts' },
});

export const listImportQuestions = defineRoute({
  id: 'importBatch.questions',
  method: 'GET',
  path: `${path}/questions`,
  params,
  out: z.object({ items: z.array(questionSchema) }),
  permission: 'import.read',
  subject: one,
  reasons: [],
  summary: { zh: '待选定的问题', en: 'List the questions rows ask' },
});

export const tallyImportRows = defineRoute({
  id: 'importBatch.tally',
  method: 'GET',
  path: `${path}/tally`,
  params,
  query: tallyQuery,
  out: tallySchema,
  permission: 'import.read',
  subject: one,
  reasons: [],
  summary: { zh: '按原文件的列计数', en: 'Count rows of the file by the values of a column' },
});

export const exportImportRejects = defineRoute({
  id: 'importBatch.rejects',
  method: 'GET',
  path: `${path}/rejects`,
  params,
  /** CSV text, with a byte order mark for spreadsheets, formula cells neutralised. */
  out: z.object({ fileName: z.string(), csv: z.string(), rows: z.number().int() }),
  permission: 'import.read',
  subject: one,
  reasons: [],
  summary: { zh: '下载未写入的行及原因', en: 'Download the rows left out, with reasons' },
});

export const intakeRoutes: readonly Route[] = [
  ...assetRoutes,
  createImportBatch, listImportBatches, getImportBatch, mapImportBatch, checkImportBatch, decideImportRows, applyImportBatch,
  discardImportBatch, undoImportBatch, cancelImportStep, listImportRows, listImportQuestions, tallyImportRows, exportImportRejects,
  ...mappingRoutes, ...matchRoutes, ...fixRoutes, ...planRoutes, ...qualityRoutes,
  ...workbookRoutes,
  ...formRoutes, ...campaignRoutes, ...partyRoutes, ...summaryRoutes, ...returnRoutes,
  ...reporterRoutes, ...claimRoutes,
];
