import type { PageRoute } from '#web/router/page-route.ts';

export const routes: PageRoute[] = [
  { path: '/', title: 'publication.home', load: () => import('./Home.tsx'), nav: { order: 0, icon: 'home' } },
  { path: '/cockpit', title: 'publication.cockpit', load: () => import('./CockpitPage.tsx'), nav: { order: 5, icon: 'screen' } },
  { path: '/screen', title: 'publication.screen', load: () => import('./screen/ScreenPage.tsx'), fullScreen: true },
];
