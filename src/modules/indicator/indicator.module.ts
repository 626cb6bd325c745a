import type { Module } from '#platform/module/module.ts';
import { facets, get, list } from './actions/indicator/read-indicator.ts';
import * as observation from './actions/observation/observation.ts';
import { observationTrace } from './actions/observation/observation-trace.ts';
import * as growth from './actions/reading/growth.ts';
import * as seriesBreak from './actions/reading/break.ts';
import { derivedTrace } from './actions/reading/derived-trace.ts';
import { recordTerms, tryOut } from './actions/reading/formula.ts';
import * as reading from './actions/reading/reading.ts';
import * as table from './actions/table/read-table.ts';
import { create as createVintage, list as listVintages } from './actions/indicator/vintage.ts';
import { create, step, update } from './actions/indicator/write-indicator.ts';
import { indicatorTarget } from './actions/import/indicator-target.ts';
import { observationTarget } from './actions/import/observation-target.ts';
import { tableTarget } from './actions/import/table-target.ts';
import { wideTarget } from './actions/import/wide-target.ts';
import { indicatorReasons, indicatorRoutes } from './indicator.contract.ts';
import { indicatorPermissions } from './indicator.rules.ts';
import { loadSample } from './sample/load-sample.ts';
import { indicatorSearches } from './store/search.store.ts';
import { crossTableSubject, indicatorSubject } from './store/subjects.store.ts';

export const indicatorModule: Module = {
  room: 'indicator',
  routes: indicatorRoutes,
  permissions: indicatorPermissions,
  reasons: indicatorReasons,
  actions: {
    'indicator.list': list,
    'indicator.facets': facets,
    'indicator.get': get,
    'indicator.create': create,
    'indicator.update': update,
    'indicator.step': step,
    'vintage.list': listVintages,
    'vintage.create': createVintage,
    'observation.list': observation.list,
    'observation.subjects': observation.subjects,
    'observation.ofSubject': observation.ofSubject,
    'observation.add': observation.add,
    'observation.choose': observation.choose,
    'indicator.tryFormula': tryOut,
    'indicator.recordTerms': recordTerms,
    'reading.periods': reading.periods,
    'reading.at': reading.at,
    'reading.series': reading.series,
    'growth.list': growth.list,
    'growth.add': growth.add,
    'break.list': seriesBreak.list,
    'break.add': seriesBreak.add,
    'break.remove': seriesBreak.remove,
    'break.splice': seriesBreak.splice,
    'crossTable.list': table.list,
    'crossTable.get': table.get,
    'crossTable.rows': table.rows,
  },
  contributions: { importTargets: [indicatorTarget, observationTarget, wideTarget, tableTarget], traceProviders: [observationTrace, derivedTrace], searchSources: indicatorSearches },
  seed: loadSample,
  subjects: { indicator: indicatorSubject, crossTable: crossTableSubject },
};
