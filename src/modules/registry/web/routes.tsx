import type { PageRoute } from '#web/router/page-route.ts';
import { clusterPages } from './cluster/cluster.routes.ts';
import { listPages } from './list/list.routes.ts';
import { organisationPages } from './organisation/organisation.routes.ts';
import { placePages } from './place/place.routes.ts';
import { territoryPages } from './territory/territory.routes.ts';

/** One line for each area of the room. */
export const routes: PageRoute[] = [
  ...clusterPages,
  ...organisationPages,
  ...territoryPages,
  ...placePages,
  ...listPages,
];
