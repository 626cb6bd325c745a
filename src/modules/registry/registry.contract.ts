import type { Route } from '#platform/http/route.contract.ts';
import { checklistRoutes } from './words/checklist.contract.ts';
import { clusterRoutes } from './words/cluster.contract.ts';
import { listRoutes, programmeRoutes } from './words/list.contract.ts';
import { clusterOrganisationRoutes, membershipRoutes } from './words/membership.contract.ts';
import { organisationRoutes } from './words/organisation.contract.ts';
import { placeRoutes } from './words/place.contract.ts';
import { printRoutes } from './words/print.contract.ts';
import { recordRoutes } from './words/record.contract.ts';
import { sourceRoutes, statementRoutes } from './words/statement.contract.ts';
import { structureRoutes } from './words/structure.contract.ts';
import { industryRoutes, mapRoutes, territoryRoutes } from './words/territory.contract.ts';

/** Every route of the room, one line per area. */
export const registryRoutes: readonly Route[] = [
  ...organisationRoutes,
  ...recordRoutes,
  ...clusterRoutes,
  ...membershipRoutes,
  ...clusterOrganisationRoutes,
  ...structureRoutes,
  ...placeRoutes,
  ...listRoutes,
  ...programmeRoutes,
  ...statementRoutes,
  ...sourceRoutes,
  ...printRoutes,
  ...checklistRoutes,
  ...territoryRoutes,
  ...industryRoutes,
  ...mapRoutes,
];
