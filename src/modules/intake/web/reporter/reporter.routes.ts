import type { PageRoute } from '#web/router/page-route.ts';

export const reporterPages: PageRoute[] = [
  { path: '/r/$token', title: 'intake.visit', load: () => import('./VisitPage.tsx'), public: true },
  { path: '/claim/$spaceId', title: 'intake.claim', load: () => import('./ClaimPage.tsx'), public: true },
  { path: '/reporter-contacts', title: 'intake.reporters', load: () => import('./ContactListPage.tsx'), nav: { room: 'intake', order: 33, icon: 'organisation', permissions: ['reporter.read'], covers: ['/reporter-claims'] } },
  { path: '/reporter-claims', title: 'intake.claims', load: () => import('./ClaimListPage.tsx') },
  { path: '/reporter-claims/$reporterClaimId', title: 'intake.claim.record', load: () => import('./ClaimRecordPage.tsx') },
];
