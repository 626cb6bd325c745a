import type { Route } from '#platform/http/route.contract.ts';

/** Reasons of this room and their HTTP status; words are `system.reason.<name>`. */
export const systemReasons = {} as const;

export const systemRoutes: readonly Route[] = [];
