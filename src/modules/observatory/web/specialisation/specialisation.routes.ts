import type { PageRoute } from '#web/router/page-route.ts';

export const specialisationPages: PageRoute[] = [];
