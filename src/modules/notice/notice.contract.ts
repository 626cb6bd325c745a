import type { Route } from '#platform/http/route.contract.ts';

/** Reasons of this room and their HTTP status; words are `notice.reason.<name>`. */
export const noticeReasons = {} as const;

export const noticeRoutes: readonly Route[] = [];
