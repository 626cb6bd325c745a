import type { PageRoute } from '#web/router/page-route.ts';

export const specialisationPages: PageRoute[] = [
  { path: '/specialisation', title: 'observatory.specialisation.title', load: () => import('./SpecialisationPage.tsx'), nav: { room: 'observatory', order: 41, icon: 'observatory' } },
];
