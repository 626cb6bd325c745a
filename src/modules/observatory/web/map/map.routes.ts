import type { PageRoute } from '#web/router/page-route.ts';

export const mapPages: PageRoute[] = [
  { path: '/cluster-map', title: 'observatory.map', load: () => import('./ClusterMapPage.tsx'), nav: { order: 41, icon: 'map', room: 'observatory' }, reads: ['territory'] },
];
