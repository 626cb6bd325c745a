import type { PageRoute } from '#web/router/page-route.ts';

export const routes: PageRoute[] = [
  { path: '/jobs', title: 'system.jobs.mine', load: () => import('./MyJobs.tsx') },
  { path: '/administration/jobs', title: 'system.jobs', load: () => import('./JobsAdministration.tsx'), administration: { group: 'system', order: 30, permission: 'job.read', hint: 'system.jobs.hint' } },
];
