import type { Route } from '#platform/http/route.contract.ts';

/** Reasons of this area and their HTTP status; words are `observatory.reason.<name>`. */
export const specialisationReasons = {} as const;

export const specialisationRoutes = [] as const satisfies readonly Route[];
