import type { Module } from '#platform/module/module.ts';
import { joinAreas } from './areas/area.ts';
import { organisationArea } from './areas/organisation.area.ts';
import { recordArea } from './areas/record.area.ts';
import { registryRoutes } from './registry.contract.ts';
import { registryPermissions } from './registry.rules.ts';

export const registryModule: Module = {
  room: 'registry',
  routes: registryRoutes,
  permissions: registryPermissions,
  ...joinAreas([
    organisationArea,
    recordArea,
  ]),
};
