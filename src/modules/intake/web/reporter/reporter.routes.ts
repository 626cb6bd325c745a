import type { PageRoute } from '#web/router/page-route.ts';

export const reporterPages: PageRoute[] = [
  { path: '/r/$token', title: 'intake.visit', load: () => import('./VisitPage.tsx'), public: true },
  { path: '/reporter-contacts', title: 'intake.reporters', load: () => import('./ContactListPage.tsx'), nav: { room: 'intake', order: 33, icon: 'organisation', permissions: ['reporter.read'] } },
];
