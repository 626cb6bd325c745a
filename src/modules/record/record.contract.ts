import type { Route } from '#platform/http/route.contract.ts';

/** Reasons of this room and their HTTP status; words are `record.reason.<name>`. */
export const recordReasons = {} as const;

export const recordRoutes: readonly Route[] = [];
