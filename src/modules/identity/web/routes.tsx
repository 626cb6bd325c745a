import type { PageRoute } from '#web/router/page-route.ts';

export const routes: PageRoute[] = [
  { path: '/sign-in', title: 'identity.signIn', load: () => import('./SignIn.tsx'), public: true, fullScreen: true },
  { path: '/invitation', title: 'identity.invitation', load: () => import('./Invitation.tsx'), public: true, fullScreen: true },
  { path: '/account', title: 'identity.account', load: () => import('./Account.tsx') },
  {
    path: '/administration/people',
    title: 'identity.administration',
    load: () => import('./PeopleList.tsx'),
    nav: { order: 90, icon: 'settings', section: 'end', covers: ['/administration'], permissions: ['person.read', 'audit.read', 'space.create'] },
  },
  { path: '/administration/people/new', title: 'identity.person.add', load: () => import('./PersonNew.tsx') },
  { path: '/administration/people/$personId', title: 'identity.person', load: () => import('./PersonPage.tsx') },
  { path: '/administration/audit', title: 'identity.audit', load: () => import('./AuditList.tsx') },
  { path: '/administration/spaces', title: 'identity.spaces', load: () => import('./Spaces.tsx') },
];
