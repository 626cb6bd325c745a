import { z } from 'zod';
import { idSchema, noteSchema } from '#modules/registry/words/record.schema.ts';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { indicatorParams, indicatorSubject } from './indicator.contract.ts';
import { observationInputSchema, observationListQuery, observationSchema, observedSubjectSchema, subjectListQuery, subjectValueSchema, subjectValuesQuery } from './observation.schema.ts';

/*
 * The rights on a value are those of its subject: the action asks them. Values that may not be read, or not yet be used,
 * are not there.
 */

export const listObservations = defineRoute({
  id: 'observation.list',
  method: 'GET',
  path: '/indicators/:indicatorId/observations',
  params: indicatorParams,
  query: observationListQuery,
  out: pageOf(observationSchema),
  permission: 'indicator.read',
  subject: indicatorSubject,
  reasons: [],
  csv: ['id', 'subjectKind', 'subject', 'subjectCode', 'period', 'operator', 'value', 'valueText', 'unit', 'missing', 'flags', 'scopeNote', 'vintage', 'source', 'basis', 'shown', 'disputed', 'sample', 'origin', 'originId', 'originRow', 'enteredAt'],
  summary: { zh: '一个指标的数值', en: 'List the values of an indicator' },
});
export const listObservedSubjects = defineRoute({
  id: 'observation.subjects',
  method: 'GET',
  path: '/indicators/:indicatorId/subjects',
  params: indicatorParams,
  query: subjectListQuery,
  out: pageOf(observedSubjectSchema),
  permission: 'indicator.read',
  subject: indicatorSubject,
  reasons: [],
  csv: ['id', 'subjectKind', 'subject', 'subjectCode', 'system', 'observationCount', 'firstPeriod', 'lastPeriod'],
  summary: { zh: '有该指标数值的地区、集群、机构等', en: 'List who or what holds values of an indicator' },
});
export const addObservation = defineRoute({
  id: 'observation.add',
  method: 'POST',
  path: '/indicators/:indicatorId/observations',
  params: indicatorParams,
  body: observationInputSchema,
  out: observationSchema,
  permission: 'indicator.read',
  subject: indicatorSubject,
  reasons: ['observedPeriodUnreadable', 'observedSubjectUnknown', 'unitOfIndicator', 'indicatorRetired', 'vintageUnknown', 'sourceUnknown'],
  status: 201,
  summary: { zh: '录入一个数值', en: 'Add a value' },
});
export const chooseObservation = defineRoute({
  id: 'observation.choose',
  method: 'POST',
  path: '/indicators/:indicatorId/observations/:observationId/choice',
  params: indicatorParams.extend({ observationId: idSchema }),
  body: z.strictObject({ reason: noteSchema.min(1) }),
  out: observationSchema,
  permission: 'indicator.read',
  subject: indicatorSubject,
  reasons: [],
  status: 201,
  summary: { zh: '裁定某一期展示哪个数值', en: 'Decide which value of a period is shown' },
});

export const listSubjectValues = defineRoute({
  id: 'observation.ofSubject',
  method: 'GET',
  path: '/observations',
  query: subjectValuesQuery,
  out: pageOf(subjectValueSchema),
  permission: 'indicator.read',
  subject: { kind: 'indicator', from: 'list' },
  reasons: [],
  csv: ['id', 'key', 'name', 'dimension', 'topic', 'periodCount', 'latest'],
  summary: { zh: '一个对象各项指标的最新数值', en: 'The newest value of each indicator of a record' },
});

export const observationRoutes = [listObservations, listSubjectValues, listObservedSubjects, addObservation, chooseObservation] as const;
