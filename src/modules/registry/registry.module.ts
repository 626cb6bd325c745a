import type { Module } from '#platform/module/module.ts';
import { joinAreas } from './actions/area.ts';
import { loadReference } from './reference/load-reference.ts';
import { clusterArea } from './actions/cluster.area.ts';
import { figureArea } from './actions/figure.area.ts';
import { listArea } from './actions/list.area.ts';
import { organisationArea } from './actions/organisation.area.ts';
import { placeArea } from './actions/place.area.ts';
import { recordArea } from './actions/record.area.ts';
import { importTargets } from './actions/import/import-targets.ts';
import { statementArea } from './actions/statement.area.ts';
import { territoryArea } from './actions/territory.area.ts';
import { loadPack } from './reference/pack/load-pack.ts';
import { loadSample } from './reference/pack/sample/load-sample.ts';
import { registryRoutes } from './registry.contract.ts';
import { registryPermissions } from './registry.rules.ts';
import { indicatorSources } from './store/indicator-sources.ts';

export const registryModule: Module = {
  room: 'registry',
  routes: registryRoutes,
  permissions: registryPermissions,
  loadReference,
  seed: loadSample,
  noticeKinds: { 'registry.memberAdded': {}, 'registry.statementChosen': {} },
  ...joinAreas([
    organisationArea,
    recordArea,
    { actions: {}, contributions: { importTargets, indicatorSources, spaceStarters: [loadPack] } },
    clusterArea,
    placeArea,
    listArea,
    statementArea,
    territoryArea,
    figureArea,
  ]),
};
