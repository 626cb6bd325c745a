import type { PageRoute } from '#web/router/page-route.ts';

export const stagePages: PageRoute[] = [
  { path: '/stages', title: 'observatory.stage.list', load: () => import('./StageListPage.tsx'), nav: { room: 'observatory', order: 44, icon: 'observatory', covers: ['/stage-rules'] } },
  { path: '/stage-rules', title: 'observatory.stage.rules', load: () => import('./RuleListPage.tsx') },
  { path: '/stage-rules/new', title: 'observatory.stage.rules.new', load: () => import('./RuleNewPage.tsx') },
  { path: '/stage-rules/$ruleId', title: 'observatory.stage.rule', load: () => import('./RulePage.tsx') },
];
