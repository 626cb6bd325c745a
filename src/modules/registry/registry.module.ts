import type { Module } from '#platform/module/module.ts';
import { joinAreas } from './actions/area.ts';
import { loadReference } from './reference/load-reference.ts';
import { organisationArea } from './actions/organisation.area.ts';
import { recordArea } from './actions/record.area.ts';
import { organisationTarget } from './import/organisation-target.ts';
import { registryRoutes } from './registry.contract.ts';
import { registryPermissions } from './registry.rules.ts';

export const registryModule: Module = {
  room: 'registry',
  routes: registryRoutes,
  permissions: registryPermissions,
  loadReference,
  ...joinAreas([
    organisationArea,
    recordArea,
    { actions: {}, contributions: { importTargets: [organisationTarget] } },
  ]),
};
