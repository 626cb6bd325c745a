import type { PageRoute } from '#web/router/page-route.ts';

const one = '/clusters/$clusterId';

export const clusterPages: PageRoute[] = [
  { path: '/clusters', title: 'registry.cluster.list', load: () => import('./ClusterListPage.tsx'), nav: { order: 20, icon: 'cluster' } },
  { path: '/clusters/new', title: 'registry.cluster.new', load: () => import('./form/ClusterNewPage.tsx') },
  { path: one, title: 'registry.cluster', load: () => import('./ClusterPage.tsx') },
  { path: `${one}/edit`, title: 'registry.cluster.edit', load: () => import('./form/ClusterEditPage.tsx') },
];
