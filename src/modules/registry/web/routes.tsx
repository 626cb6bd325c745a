import type { PageRoute } from '#web/router/page-route.ts';
import { clusterPages } from './cluster/cluster.routes.ts';
import { organisationPages } from './organisation/organisation.routes.ts';

/** One line for each area of the room. */
export const routes: PageRoute[] = [
  ...clusterPages,
  ...organisationPages,
];
