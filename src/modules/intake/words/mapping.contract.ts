import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { batchSchema, constantsSchema, mappingSchema } from './import.schema.ts';
import { previewSchema, suggestionSchema, targetListSchema } from './mapping.schema.ts';
import { delimiters, encodings, fileReasons } from './read.schema.ts';

const one = { kind: 'importBatch', param: 'batchId' } as const;
const params = z.object({ batchId: z.uuid() });
const path = '/import-batches/:batchId';

export const listImportTargets = defineRoute({
  id: 'importTarget.list',
  method: 'GET',
  path: '/import-targets',
  out: targetListSchema,
  permission: 'import.create',
  subject: { kind: 'importBatch', from: 'list' },
  reasons: [],
  summary: { zh: '可导入的内容、字段与限制', en: 'What can be imported, its fields and the limits of a file' },
});

export const suggestImportMapping = defineRoute({
  id: 'importBatch.suggestion',
  method: 'GET',
  path: `${path}/suggestion`,
  params,
  out: suggestionSchema,
  permission: 'import.read',
  subject: one,
  reasons: [],
  summary: { zh: '按同一来源上次的做法建议对应关系', en: 'Suggest which column fills which field, as this source was mapped before' },
});

export const previewImport = defineRoute({
  id: 'importBatch.preview',
  method: 'POST',
  path: `${path}/preview`,
  params,
  body: z.strictObject({ mapping: mappingSchema, constants: constantsSchema.optional() }),
  out: previewSchema,
  permission: 'import.create',
  subject: one,
  reasons: ['wrongState'],
  summary: { zh: '预览前 50 行的读取结果，不保存', en: 'Read the first 50 rows under a mapping, keeping nothing' },
});

export const setImportSource = defineRoute({
  id: 'importBatch.source',
  method: 'PUT',
  path: `${path}/source`,
  params,
  body: z.strictObject({ sourceId: z.uuid().nullable() }),
  out: batchSchema,
  permission: 'import.create',
  subject: one,
  reasons: ['wrongState', 'sourceUnknown'],
  ifMatch: true,
  summary: { zh: '说明文件来源', en: 'Say where the file comes from' },
});

export const rereadImportFile = defineRoute({
  id: 'importBatch.reread',
  method: 'PUT',
  path: `${path}/reading`,
  params,
  body: z.strictObject({ sheet: z.string().max(200).optional(), encoding: z.enum(encodings).optional(), delimiter: z.enum(delimiters).optional() }),
  out: batchSchema,
  permission: 'import.create',
  subject: one,
  reasons: ['wrongState', ...fileReasons],
  ifMatch: true,
  summary: { zh: '按指定的工作表、编码或分隔符重新读取', en: 'Read the file again, by another sheet, encoding or separator' },
});

export const mappingRoutes = [rereadImportFile, listImportTargets, suggestImportMapping, previewImport, setImportSource] as const;
