import type { PageRoute } from '#web/router/page-route.ts';

export const scoreboardPages: PageRoute[] = [];
