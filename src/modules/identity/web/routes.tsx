import type { PageRoute } from '#web/router/page-route.ts';

export const routes: PageRoute[] = [
  { path: '/sign-in', title: 'identity.signIn', load: () => import('./SignIn.tsx'), public: true, fullScreen: true },
  { path: '/invitation', title: 'identity.invitation', load: () => import('./Invitation.tsx'), public: true, fullScreen: true },
  { path: '/sign-in/return', title: 'identity.outside.return', load: () => import('./security/OutsideReturn.tsx'), public: true, fullScreen: true },
  { path: '/second-factor', title: 'identity.factor.set', load: () => import('./security/FactorPage.tsx'), fullScreen: true },
  { path: '/account', title: 'identity.account', load: () => import('./Account.tsx') },
  { path: '/approvals', title: 'identity.approvals', load: () => import('./acting/ApprovalList.tsx'), nav: { order: 80, icon: 'check', section: 'end' } },
  { path: '/approvals/$approvalId', title: 'identity.approval', load: () => import('./acting/ApprovalPage.tsx') },
  { path: '/administration', title: 'identity.administration', load: () => import('./AdministrationHome.tsx'), nav: { order: 90, icon: 'settings', section: 'end', administration: true } },
  { path: '/administration/people', title: 'identity.people', load: () => import('./PeopleList.tsx'), administration: { group: 'people', order: 10, permission: 'person.read', hint: 'identity.people.hint' } },
  { path: '/administration/people/new', title: 'identity.person.add', load: () => import('./PersonNew.tsx') },
  { path: '/administration/people/$personId', title: 'identity.person', load: () => import('./PersonPage.tsx') },
  { path: '/administration/people/$personId/leaving', title: 'identity.leaving', load: () => import('./acting/LeavingPage.tsx') },
  { path: '/administration/posts', title: 'identity.posts', load: () => import('./acting/PostChart.tsx'), administration: { group: 'people', order: 20, permission: 'post.read', hint: 'identity.posts.hint' } },
  { path: '/administration/posts/$postId', title: 'identity.post', load: () => import('./acting/PostPage.tsx') },
  { path: '/administration/deputies', title: 'identity.deputies', load: () => import('./acting/DeputyList.tsx'), administration: { group: 'people', order: 25, permission: 'deputy.read', hint: 'identity.deputies.hint' } },
  { path: '/administration/orphans', title: 'identity.orphans', load: () => import('./acting/OrphanList.tsx'), administration: { group: 'people', order: 30, permission: 'orphan.read', hint: 'identity.orphans.hint' } },
  { path: '/administration/security', title: 'identity.rules', load: () => import('./security/SecurityRules.tsx'), administration: { group: 'people', order: 40, permission: 'securityPolicy.read', hint: 'identity.rules.hint' } },
  { path: '/administration/keys', title: 'identity.keysOfSpace', load: () => import('./security/KeyList.tsx'), administration: { group: 'people', order: 50, permission: 'apiKey.read', hint: 'identity.keysOfSpace.hint' } },
  { path: '/administration/audit', title: 'identity.audit', load: () => import('./AuditList.tsx'), administration: { group: 'system', order: 80, permission: 'audit.read', hint: 'identity.audit.hint' } },
  { path: '/administration/spaces', title: 'identity.spaces', load: () => import('./Spaces.tsx'), administration: { group: 'system', order: 90, permission: null, hint: 'identity.spaces.hint' } },
];
