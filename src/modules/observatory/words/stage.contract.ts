import type { Route } from '#platform/http/route.contract.ts';

/** Reasons of this area and their HTTP status; words are `observatory.reason.<name>`. */
export const stageReasons = {} as const;

export const stageRoutes = [] as const satisfies readonly Route[];
