import type { PageRoute } from './page-route.ts';

const rooms = import.meta.glob<{ routes: PageRoute[] }>('../../modules/*/web/routes.tsx', { eager: true });
const gallery = import.meta.env.PROD && import.meta.env.MODE !== 'gallery' ? {} : import.meta.glob<{ routes: PageRoute[] }>('../kit/gallery/routes.tsx', { eager: true });

/** Pages are found, not registered: every room's `web/routes.tsx`. */
export const pageRoutes: readonly PageRoute[] = [...Object.values(rooms), ...Object.values(gallery)].flatMap((room) => room.routes);

export const navRoutes = pageRoutes
  .flatMap((route) => (route.nav ? [{ ...route, nav: route.nav }] : []))
  .toSorted((one, other) => one.nav.order - other.nav.order);
export type NavRoute = (typeof navRoutes)[number];

export const administrationRoutes = pageRoutes
  .flatMap((route) => (route.administration ? [{ ...route, administration: route.administration }] : []))
  .toSorted((one, other) => one.administration.order - other.administration.order);
