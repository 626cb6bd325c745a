import type { PageRoute } from '#web/router/page-route.ts';

export const warningPages: PageRoute[] = [
  { path: '/warnings', title: 'observatory.warning.list', load: () => import('./WarningListPage.tsx'), nav: { room: 'observatory', order: 46, icon: 'warning', covers: ['/alarm-rules'] } },
  { path: '/warnings/$warningId', title: 'observatory.warning.one', load: () => import('./WarningPage.tsx') },
  { path: '/alarm-rules', title: 'observatory.alarm.list', load: () => import('./AlarmRuleListPage.tsx') },
  { path: '/alarm-rules/new', title: 'observatory.alarm.new', load: () => import('./AlarmRuleNewPage.tsx') },
  { path: '/alarm-rules/$alarmRuleId', title: 'observatory.alarm.rule', load: () => import('./AlarmRulePage.tsx') },
  { path: '/alarm-rules/$alarmRuleId/edit', title: 'observatory.alarm.revise', load: () => import('./AlarmRuleEditPage.tsx') },
];
