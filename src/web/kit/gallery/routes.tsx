import type { PageRoute } from '#web/router/page-route.ts';

/** For builders: left out of production builds. */
export const routes: PageRoute[] = [
  { path: '/gallery', title: 'web.gallery.title', load: () => import('./GalleryPage.tsx'), public: true, reads: ['territory', 'period'] },
  { path: '/gallery/list', title: 'web.gallery.title', load: () => import('./GalleryList.tsx'), public: true },
];
