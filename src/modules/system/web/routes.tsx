import type { PageRoute } from '#web/router/page-route.ts';

export const routes: PageRoute[] = [
  { path: '/jobs', title: 'system.jobs.mine', load: () => import('./MyJobs.tsx') },
  { path: '/administration/jobs', title: 'system.jobs', load: () => import('./JobsAdministration.tsx'), administration: { group: 'system', order: 30, permission: 'job.read', hint: 'system.jobs.hint' } },
  { path: '/administration/levels', title: 'system.levels', load: () => import('./LevelsPage.tsx'), administration: { group: 'rules', order: 60, permission: 'level.read', hint: 'system.levels.hint' } },
  { path: '/administration/exports', title: 'system.exports', load: () => import('./ExportsPage.tsx'), administration: { group: 'exchange', order: 60, permission: 'level.read', hint: 'system.exports.hint' } },
  { path: '/administration/health', title: 'system.health', load: () => import('./HealthPage.tsx'), administration: { group: 'system', order: 20, permission: 'health.read', hint: 'system.health.hint' } },
];
