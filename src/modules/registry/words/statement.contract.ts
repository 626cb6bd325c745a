import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf, pageQuery } from '#platform/page/page.schema.ts';
import { idSchema, noteSchema, subjectShape } from './record.schema.ts';
import { attributeInputSchema, attributeSchema, compositionInputSchema, compositionRecordSchema, sourceInputSchema, sourceSchema, statementInputSchema, statementListQuery, statementSchema } from './statement.schema.ts';

/*
 * Statements are about records of many kinds: the action asks the rights on the record. One that may not be read is not
 * found.
 */

export const listStatements = defineRoute({
  id: 'statement.list',
  method: 'GET',
  path: '/statements',
  query: statementListQuery,
  out: pageOf(statementSchema),
  permission: 'signedIn',
  reasons: [],
  csv: ['id', 'attribute', 'operator', 'value', 'text', 'unit', 'scopeNote', 'period', 'source', 'shown', 'disputed'],
  summary: { zh: '一个对象的全部说法', en: 'Statements about a record' },
});
export const addStatement = defineRoute({
  id: 'statement.add',
  method: 'POST',
  path: '/statements',
  body: statementInputSchema,
  out: statementSchema,
  permission: 'signedIn',
  reasons: ['attributeUnknown', 'sourceUnknown', 'unitMismatch'],
  status: 201,
  summary: { zh: '录入一条有来源的说法', en: 'Add a statement with its source' },
});
export const chooseStatement = defineRoute({
  id: 'statement.choose',
  method: 'POST',
  path: '/statements/:statementId/choice',
  params: z.strictObject({ statementId: idSchema }),
  body: z.strictObject({ reason: noteSchema.min(1) }),
  out: statementSchema,
  permission: 'signedIn',
  reasons: [],
  status: 201,
  summary: { zh: '裁定默认展示哪一条', en: 'Decide which statement is shown' },
});

export const listCompositions = defineRoute({
  id: 'composition.list',
  method: 'GET',
  path: '/compositions',
  query: z.strictObject(subjectShape),
  out: z.object({ items: z.array(compositionRecordSchema) }),
  permission: 'signedIn',
  reasons: [],
  summary: { zh: '总数与分项核对', en: 'Wholes and their parts' },
});
export const addComposition = defineRoute({
  id: 'composition.add',
  method: 'POST',
  path: '/compositions',
  body: compositionInputSchema,
  out: compositionRecordSchema,
  permission: 'signedIn',
  reasons: ['sourceUnknown'],
  status: 201,
  summary: { zh: '录入总数与分项；对不上只提示', en: 'Add a whole and its parts; a mismatch only warns' },
});

export const listSources = defineRoute({
  id: 'source.list',
  method: 'GET',
  path: '/sources',
  query: z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), sort: z.enum(['title', '-title']).default('title') }),
  out: pageOf(sourceSchema),
  permission: 'source.read',
  subject: { kind: 'source', from: 'list' },
  reasons: [],
  csv: ['id', 'title', 'publisher', 'kind', 'url', 'publishedOn'],
  summary: { zh: '来源', en: 'List sources' },
});
export const createSource = defineRoute({
  id: 'source.create',
  method: 'POST',
  path: '/sources',
  body: sourceInputSchema,
  out: sourceSchema,
  permission: 'source.create',
  subject: { kind: 'source', from: 'list' },
  reasons: ['sourceExists'],
  status: 201,
  summary: { zh: '登记来源', en: 'Create a source' },
});
export const listAttributes = defineRoute({ id: 'attribute.list', method: 'GET', path: '/attributes', out: z.object({ items: z.array(attributeSchema) }), permission: 'source.read', subject: { kind: 'source', from: 'list' }, reasons: [], summary: { zh: '属性', en: 'List attributes' } });
export const createAttribute = defineRoute({
  id: 'attribute.create',
  method: 'POST',
  path: '/attributes',
  body: attributeInputSchema,
  out: attributeSchema,
  permission: 'attribute.create',
  subject: { kind: 'source', from: 'list' },
  reasons: ['attributeExists'],
  status: 201,
  summary: { zh: '新增属性', en: 'Create an attribute' },
});

export const statementRoutes = [listStatements, addStatement, chooseStatement, listCompositions, addComposition] as const;
export const sourceRoutes = [listSources, createSource, listAttributes, createAttribute] as const;
