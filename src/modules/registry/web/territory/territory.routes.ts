import type { PageRoute } from '#web/router/page-route.ts';

export const territoryPages: PageRoute[] = [
  { path: '/map', title: 'registry.map', load: () => import('./MapPage.tsx'), nav: { order: 24, icon: 'map', covers: ['/territories', '/code-systems'] } },
  { path: '/territories', title: 'registry.territory.list', load: () => import('./TerritoryListPage.tsx') },
  { path: '/territories/$territoryId', title: 'registry.territory', load: () => import('./TerritoryPage.tsx') },
  { path: '/code-systems', title: 'registry.codeSystem.list', load: () => import('./CodeSystemPage.tsx') },
];
