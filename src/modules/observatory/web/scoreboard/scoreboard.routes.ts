import type { PageRoute } from '#web/router/page-route.ts';

export const scoreboardPages: PageRoute[] = [
  { path: '/scoreboards', title: 'observatory.scoreboard.list', load: () => import('./ScoreboardListPage.tsx'), nav: { room: 'observatory', order: 43, icon: 'rows', covers: ['/scoreboards'] } },
  { path: '/scoreboards/new', title: 'observatory.scoreboard.new', load: () => import('./ScoreboardNewPage.tsx') },
  { path: '/scoreboards/$scoreboardId', title: 'observatory.recordKind.scoreboard', load: () => import('./ScoreboardPage.tsx') },
  { path: '/scoreboards/$scoreboardId/edit', title: 'observatory.scoreboard.edit', load: () => import('./ScoreboardEditPage.tsx') },
  { path: '/scoreboards/$scoreboardId/studio', title: 'observatory.scoreboard.studio', load: () => import('./studio/StudioPage.tsx') },
];
