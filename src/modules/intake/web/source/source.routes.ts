import type { PageRoute } from '#web/router/page-route.ts';

export const sourcePages: PageRoute[] = [
  { path: '/sources', title: 'intake.source.list', load: () => import('./SourceListPage.tsx'), nav: { room: 'intake', order: 32, icon: 'document', permissions: ['source.read'] } },
  { path: '/sources/$sourceId', title: 'intake.source.one', load: () => import('./SourcePage.tsx') },
];
