import type { Route } from '#platform/http/route.contract.ts';

/** Reasons of this room and their HTTP status; words are `calendar.reason.<name>`. */
export const calendarReasons = {} as const;

export const calendarRoutes: readonly Route[] = [];
