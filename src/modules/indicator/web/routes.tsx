import type { PageRoute } from '#web/router/page-route.ts';

export const routes: PageRoute[] = [
  { path: '/indicators', title: 'indicator.list', load: () => import('./catalogue/IndicatorListPage.tsx'), nav: { room: 'observatory', order: 40, icon: 'observatory', covers: ['/cross-tables'] } },
  { path: '/indicators/new', title: 'indicator.new', load: () => import('./catalogue/IndicatorNewPage.tsx') },
  { path: '/indicators/$indicatorId', title: 'indicator.recordKind.indicator', load: () => import('./values/IndicatorPage.tsx') },
  { path: '/indicators/$indicatorId/edit', title: 'indicator.edit', load: () => import('./catalogue/IndicatorEditPage.tsx') },
  { path: '/cross-tables', title: 'indicator.table.list', load: () => import('./table/CrossTableListPage.tsx') },
  { path: '/cross-tables/$crossTableId', title: 'indicator.recordKind.crossTable', load: () => import('./table/CrossTablePage.tsx') },
];
