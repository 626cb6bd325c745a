import type { PageRoute } from '#web/router/page-route.ts';

export const routes: PageRoute[] = [
  { path: '/administration/calendar', title: 'calendar.title', load: () => import('./CalendarPage.tsx'), administration: { group: 'rules', order: 10, permission: null, hint: 'calendar.hint' } },
];
