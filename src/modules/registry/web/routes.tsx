import type { PageRoute } from '#web/router/page-route.ts';
import { organisationPages } from './organisation/organisation.routes.ts';

/** One line for each area of the room. */
export const routes: PageRoute[] = [
  ...organisationPages,
];
