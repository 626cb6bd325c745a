import type { PageRoute } from '#web/router/page-route.ts';

export const matchPages: PageRoute[] = [
  { path: '/matches', title: 'intake.match', load: () => import('./MatchDeskPage.tsx'), nav: { room: 'intake', order: 31, icon: 'check', permissions: ['import.read'] } },
  { path: '/matches/decisions', title: 'intake.match.memory', load: () => import('./DecisionListPage.tsx') },
];
