import type { PageRoute } from '#web/router/page-route.ts';

export const placePages: PageRoute[] = [
  { path: '/places', title: 'registry.place.list', load: () => import('./PlaceListPage.tsx'), nav: { order: 26, icon: 'park' } },
  { path: '/places/new', title: 'registry.place.new', load: () => import('./PlaceNewPage.tsx') },
  { path: '/places/$placeId', title: 'registry.place', load: () => import('./PlacePage.tsx') },
  { path: '/places/$placeId/edit', title: 'registry.place.edit', load: () => import('./PlaceEditPage.tsx') },
];
