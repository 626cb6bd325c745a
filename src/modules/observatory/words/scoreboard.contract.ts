import type { Route } from '#platform/http/route.contract.ts';

/** Reasons of this area and their HTTP status; words are `observatory.reason.<name>`. */
export const scoreboardReasons = {} as const;

export const scoreboardRoutes = [] as const satisfies readonly Route[];
