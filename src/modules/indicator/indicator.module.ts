import type { Module } from '#platform/module/module.ts';
import { facets, get, list } from './actions/indicator/read-indicator.ts';
import { create as createVintage, list as listVintages } from './actions/indicator/vintage.ts';
import { create, step, update } from './actions/indicator/write-indicator.ts';
import { indicatorTarget } from './actions/import/indicator-target.ts';
import { observationTarget } from './actions/import/observation-target.ts';
import { tableTarget } from './actions/import/table-target.ts';
import { indicatorReasons, indicatorRoutes } from './indicator.contract.ts';
import { indicatorPermissions } from './indicator.rules.ts';
import { indicatorSubject } from './store/subjects.store.ts';

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
  },
  contributions: { importTargets: [indicatorTarget, observationTarget, tableTarget] },
  subjects: { indicator: indicatorSubject },
};
