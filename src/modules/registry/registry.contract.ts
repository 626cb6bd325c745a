import type { Route } from '#platform/http/route.contract.ts';
import { organisationRoutes } from './words/organisation.contract.ts';
import { recordRoutes } from './words/record.contract.ts';

/** Every route of the room, one line per area. */
export const registryRoutes: readonly Route[] = [
  ...organisationRoutes,
  ...recordRoutes,
];
