import type { Route } from '#platform/http/route.contract.ts';

/** Reasons of this area and their HTTP status; words are `observatory.reason.<name>`. */
export const warningReasons = {} as const;

export const warningRoutes = [] as const satisfies readonly Route[];
