import { z } from 'zod';
import { idSchema } from '#modules/registry/words/record.schema.ts';
import { defineRoute, type Route } from '#platform/http/route.contract.ts';
import { pageOf, pageQuery } from '#platform/page/page.schema.ts';
import { disclosureRuleInput, disclosureRuleSchema, editionInputSchema, editionListQuery, editionPreviewSchema, hiddenCellQuery, hiddenCellSchema, tableEditionSchema } from './disclosure.schema.ts';

/** Reasons of this area and their HTTP status; words are `observatory.reason.<name>`. */
export const disclosureReasons = { tableIsOpen: 422, editionOfEdition: 422, otherLines: 422, amountBelowZero: 422, tableTooLarge: 422, nothingChanged: 409 } as const;

const permission = 'disclosure.manage';
const publishing = ['tableIsOpen', 'editionOfEdition', 'otherLines', 'amountBelowZero', 'tableTooLarge'] as const;

export const listDisclosureRules = defineRoute({
  id: 'disclosureRule.list', method: 'GET', path: '/disclosure-rules', query: z.strictObject(pageQuery), out: pageOf(disclosureRuleSchema), permission, subject: { kind: 'disclosureRule', from: 'list' }, reasons: [],
  csv: ['validFrom', 'minimumFrequency', 'dominanceCount', 'dominanceShare', 'p', 'range', 'note', 'createdAt'],
  summary: { zh: '统计保密规则的各版', en: 'List the editions of the rule of statistical confidentiality' },
});
export const createDisclosureRule = defineRoute({ id: 'disclosureRule.create', method: 'POST', path: '/disclosure-rules', body: disclosureRuleInput, out: disclosureRuleSchema, permission, subject: { kind: 'disclosureRule', from: 'body' }, reasons: ['editionExists'], status: 201, summary: { zh: '新立一版统计保密规则', en: 'Add an edition of the rule of statistical confidentiality' } });

export const listTableEditions = defineRoute({
  id: 'tableEdition.list', method: 'GET', path: '/table-editions', query: editionListQuery, out: pageOf(tableEditionSchema), permission, subject: { kind: 'tableEdition', from: 'list' }, reasons: [],
  csv: ['table.name', 'table.period', 'number', 'tally.cells', 'tally.open', 'tally.withheld', 'publishedAt'],
  summary: { zh: '受保护表的公布版次', en: 'List what was published of protected tables' },
});
const params = z.strictObject({ tableEditionId: idSchema });
const one = { kind: 'tableEdition', param: 'tableEditionId' } as const;
export const getTableEdition = defineRoute({ id: 'tableEdition.get', method: 'GET', path: '/table-editions/:tableEditionId', params, out: tableEditionSchema, permission, subject: one, reasons: [], summary: { zh: '一次公布的规则与结果', en: 'Get the rule and the outcome of one edition' } });
export const listHiddenCells = defineRoute({
  id: 'tableEdition.cells', method: 'GET', path: '/table-editions/:tableEditionId/hidden-cells', params, query: hiddenCellQuery, out: pageOf(hiddenCellSchema), permission, subject: one, reasons: [],
  csv: ['region.code', 'region.name', 'industry.code', 'industry.name', 'cause', 'value', 'lower', 'upper'],
  summary: { zh: '隐去的数、原因与他人能推出的范围', en: 'List hidden figures, why, and what others can tell of them' },
});
export const previewTableEdition = defineRoute({ id: 'tableEdition.preview', method: 'POST', path: '/table-editions/preview', body: editionInputSchema, out: editionPreviewSchema, permission, subject: { kind: 'tableEdition', from: 'body' }, reasons: publishing, summary: { zh: '试算公布版', en: 'Work out an edition without publishing it' } });
export const createTableEdition = defineRoute({ id: 'tableEdition.create', method: 'POST', path: '/table-editions', body: editionInputSchema, out: tableEditionSchema, permission, subject: { kind: 'tableEdition', from: 'body' }, reasons: [...publishing, 'nothingChanged'], status: 201, summary: { zh: '公布一版', en: 'Publish an edition of a protected table' } });

export const disclosureRoutes = [listDisclosureRules, createDisclosureRule, listTableEditions, getTableEdition, listHiddenCells, previewTableEdition, createTableEdition] as const satisfies readonly Route[];
