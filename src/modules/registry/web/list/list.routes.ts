import type { PageRoute } from '#web/router/page-route.ts';

export const listPages: PageRoute[] = [
  { path: '/lists', title: 'registry.list.list', load: () => import('./ListListPage.tsx'), nav: { order: 28, icon: 'bookmark', covers: ['/programmes'] } },
  { path: '/lists/new', title: 'registry.list.new', load: () => import('./ListNewPage.tsx') },
  { path: '/lists/$listId', title: 'registry.recordKind.list', load: () => import('./ListRecordPage.tsx') },
  { path: '/lists/$listId/edit', title: 'registry.list.edit', load: () => import('./ListEditPage.tsx') },
  { path: '/programmes', title: 'registry.programme.list', load: () => import('./ProgrammeListPage.tsx') },
  { path: '/programmes/new', title: 'registry.programme.new', load: () => import('./ProgrammeNewPage.tsx') },
  { path: '/programmes/$programmeId', title: 'registry.recordKind.programme', load: () => import('./ProgrammePage.tsx') },
  { path: '/programmes/$programmeId/edit', title: 'registry.programme.edit', load: () => import('./ProgrammeEditPage.tsx') },
];
