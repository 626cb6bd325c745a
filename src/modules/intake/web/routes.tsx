import type { PageRoute } from '#web/router/page-route.ts';

const importers = ['operator', 'nationalOfficer', 'territorialOfficer', 'clusterStaff'];

export const routes: PageRoute[] = [
  { path: '/imports', title: 'intake.nav', load: () => import('./ImportListPage.tsx'), nav: { order: 30, icon: 'intake', roles: importers } },
  { path: '/imports/$batchId', title: 'intake.batch', load: () => import('./ImportBatchPage.tsx') },
];
