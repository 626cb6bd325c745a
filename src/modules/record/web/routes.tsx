import type { PageRoute } from '#web/router/page-route.ts';

export const routes: PageRoute[] = [
  { path: '/administration/files', title: 'record.administration', load: () => import('./administration/FileSurvey.tsx'), administration: { group: 'system', order: 60, permission: 'file.administer', hint: 'record.administration.hint' } },
];
