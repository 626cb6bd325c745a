import type { PageRoute } from '#web/router/page-route.ts';

const one = '/organisations/$organisationId';

export const organisationPages: PageRoute[] = [
  { path: '/organisations', title: 'registry.organisation.list', load: () => import('./OrganisationListPage.tsx'), nav: { order: 22, icon: 'organisation' } },
  { path: '/organisations/new', title: 'registry.organisation.new', load: () => import('./OrganisationNewPage.tsx') },
  { path: one, title: 'registry.organisation', load: () => import('./OrganisationPage.tsx') },
  { path: `${one}/edit`, title: 'registry.organisation.edit', load: () => import('./OrganisationEditPage.tsx') },
  { path: `${one}/merge`, title: 'registry.organisation.mergeDesk', load: () => import('./MergePage.tsx') },
];
