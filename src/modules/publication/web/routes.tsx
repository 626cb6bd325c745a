import type { PageRoute } from '#web/router/page-route.ts';

export const routes: PageRoute[] = [{ path: '/', title: 'publication.home', load: () => import('./Home.tsx'), nav: { order: 0, icon: 'home' } }];
