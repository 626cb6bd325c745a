import { z } from 'zod';
import { idSchema } from '#modules/registry/words/record.schema.ts';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf, pageQuery } from '#platform/page/page.schema.ts';
import { indicatorParams, indicatorSubject } from './indicator.contract.ts';
import { breakInputSchema, breakSchema, crossSectionQuery, formulaTriedSchema, formulaTrySchema, growthInputSchema, growthSchema, indicatorPeriodsSchema, periodsQuery, readValueSchema, recordTermsSchema, seriesQuery, seriesSchema, spliceInputSchema } from './reading.schema.ts';

/* Figures as they are read: stated or computed, each as far as its subject may be read. */

export const listIndicatorPeriods = defineRoute({
  id: 'reading.periods', method: 'GET', path: '/indicators/:indicatorId/periods', params: indicatorParams, query: periodsQuery, out: indicatorPeriodsSchema, permission: 'indicator.read', subject: indicatorSubject, reasons: [],
  summary: { zh: '指标有数值的期间，按对象类别', en: 'Periods of an indicator, by kind of subject' },
});
export const listCrossSection = defineRoute({
  id: 'reading.at', method: 'GET', path: '/indicators/:indicatorId/at', params: indicatorParams, query: crossSectionQuery, out: pageOf(readValueSchema), permission: 'indicator.read', subject: indicatorSubject, reasons: [],
  csv: ['subjectKind', 'subject', 'subjectCode', 'system', 'period', 'operator', 'value', 'unit', 'missing', 'flags', 'scopeNote', 'vintageTitle', 'sourceTitle', 'basis', 'sample', 'observationId', 'derived'],
  summary: { zh: '同一期间各对象的数值', en: 'Values of all subjects in one period' },
});
export const getIndicatorSeries = defineRoute({
  id: 'reading.series', method: 'GET', path: '/indicators/:indicatorId/series', params: indicatorParams, query: seriesQuery, out: seriesSchema, permission: 'indicator.read', subject: indicatorSubject, reasons: [],
  summary: { zh: '若干对象的时间序列，含增速与断点', en: 'Series of several subjects, with growth statements and breaks' },
});
export const tryFormula = defineRoute({
  id: 'indicator.tryFormula', method: 'POST', path: '/indicators/try-formula', body: formulaTrySchema, out: formulaTriedSchema, permission: 'indicator.manage', subject: { kind: 'indicator', from: 'body' }, reasons: [],
  summary: { zh: '试算公式，不保存', en: 'Try a formula without saving it' },
});
export const listRecordTerms = defineRoute({
  id: 'indicator.recordTerms', method: 'GET', path: '/indicators/record-terms', query: z.strictObject({}), out: recordTermsSchema, permission: 'indicator.read', subject: { kind: 'indicator', from: 'list' }, reasons: [],
  summary: { zh: '公式可用的记录计数', en: 'Counts of records that formulas may name' },
});

export const listGrowth = defineRoute({
  id: 'growth.list', method: 'GET', path: '/indicators/:indicatorId/growth', params: indicatorParams, query: z.strictObject({ ...pageQuery }), out: pageOf(growthSchema), permission: 'indicator.read', subject: indicatorSubject, reasons: [],
  csv: ['id', 'subjectKind', 'subjectId', 'period', 'comparedWith', 'value', 'unit', 'comparable', 'enteredUnits', 'leftUnits', 'reclassifiedUnits', 'movedUnits', 'note', 'vintageTitle', 'sourceTitle', 'basis', 'sample', 'enteredAt'],
  summary: { zh: '公布的增速', en: 'List published growth' },
});
export const addGrowth = defineRoute({
  id: 'growth.add', method: 'POST', path: '/indicators/:indicatorId/growth', params: indicatorParams, body: growthInputSchema, out: growthSchema, permission: 'indicator.read', subject: indicatorSubject, status: 201,
  reasons: ['observedPeriodUnreadable', 'observedSubjectUnknown', 'indicatorRetired', 'vintageUnknown', 'sourceUnknown'],
  summary: { zh: '录入公布的增速', en: 'Add published growth' },
});

const breakParams = indicatorParams.extend({ breakId: idSchema });
export const listBreaks = defineRoute({
  id: 'break.list', method: 'GET', path: '/indicators/:indicatorId/breaks', params: indicatorParams, query: z.strictObject({ ...pageQuery }), out: pageOf(breakSchema), permission: 'indicator.read', subject: indicatorSubject, reasons: [],
  csv: ['id', 'subjectKind', 'subjectId', 'startsOn', 'kind', 'beforeWords', 'afterWords', 'note', 'origin', 'splice', 'enteredAt'],
  summary: { zh: '序列断点', en: 'List breaks of the series' },
});
export const addBreak = defineRoute({
  id: 'break.add', method: 'POST', path: '/indicators/:indicatorId/breaks', params: indicatorParams, body: breakInputSchema, out: breakSchema, permission: 'indicator.manage', subject: indicatorSubject, reasons: ['observedSubjectUnknown'], status: 201,
  summary: { zh: '登记断点', en: 'Add a break' },
});
export const removeBreak = defineRoute({
  id: 'break.remove', method: 'DELETE', path: '/indicators/:indicatorId/breaks/:breakId', params: breakParams, out: z.object({}), permission: 'indicator.manage', subject: indicatorSubject, reasons: [],
  summary: { zh: '删除误登记的断点', en: 'Remove a break that was entered by mistake' },
});
export const spliceBreak = defineRoute({
  id: 'break.splice', method: 'POST', path: '/indicators/:indicatorId/breaks/:breakId/splice', params: breakParams, body: spliceInputSchema, out: breakSchema, permission: 'indicator.manage', subject: indicatorSubject, reasons: ['overlapNotPositive'], status: 201,
  summary: { zh: '决定断点前后是否衔接', en: 'Choose whether and how the series is spliced at a break' },
});

export const readingRoutes = [listRecordTerms, tryFormula, listIndicatorPeriods, listCrossSection, getIndicatorSeries, listGrowth, addGrowth, listBreaks, addBreak, removeBreak, spliceBreak] as const;
