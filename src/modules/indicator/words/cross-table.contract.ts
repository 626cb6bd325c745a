import { z } from 'zod';
import { idSchema } from '#modules/registry/words/record.schema.ts';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { crossTableListQuery, crossTableRowQuery, crossTableRowSchema, crossTableSchema, crossTableSummarySchema } from './cross-table.schema.ts';

const params = z.strictObject({ crossTableId: idSchema });
const subject = { kind: 'crossTable', param: 'crossTableId' } as const;

export const listCrossTables = defineRoute({
  id: 'crossTable.list',
  method: 'GET',
  path: '/cross-tables',
  query: crossTableListQuery,
  out: pageOf(crossTableSummarySchema),
  permission: 'indicator.read',
  subject: { kind: 'crossTable', from: 'list' },
  reasons: [],
  csv: ['id', 'name', 'measure', 'unit', 'period', 'vintage', 'sourceTitle', 'areaSystem', 'industrySystem', 'edition', 'areaCount', 'industryCount', 'sample'],
  summary: { zh: '地区行业表', en: 'List region × industry tables' },
});
export const getCrossTable = defineRoute({ id: 'crossTable.get', method: 'GET', path: '/cross-tables/:crossTableId', params, out: crossTableSchema, permission: 'indicator.read', subject, reasons: [], summary: { zh: '读取地区行业表的表头与合计', en: 'Get a region × industry table with its columns and sums' } });
export const listCrossTableRows = defineRoute({
  id: 'crossTable.rows',
  method: 'GET',
  path: '/cross-tables/:crossTableId/rows',
  params,
  query: crossTableRowQuery,
  out: pageOf(crossTableRowSchema),
  permission: 'indicator.read',
  subject,
  reasons: [],
  csv: ['code', 'name', 'cells', 'marks', 'sum', 'statedTotal', 'originRow'],
  summary: { zh: '地区行业表的各行', en: 'List the rows of a region × industry table' },
});

export const crossTableRoutes = [listCrossTables, getCrossTable, listCrossTableRows] as const;
