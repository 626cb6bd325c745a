import type { PageRoute } from '#web/router/page-route.ts';

export const disclosurePages: PageRoute[] = [
  { path: '/table-editions', title: 'observatory.disclosure.title', load: () => import('./EditionListPage.tsx'), administration: { group: 'rules', order: 60, permission: 'disclosure.manage', hint: 'observatory.disclosure.hint' } },
  { path: '/table-editions/$tableEditionId', title: 'observatory.recordKind.tableEdition', load: () => import('./EditionPage.tsx') },
];
