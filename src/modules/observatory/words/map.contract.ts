import type { Route } from '#platform/http/route.contract.ts';

/** Reasons of this area and their HTTP status; words are `observatory.reason.<name>`. */
export const mapReasons = {} as const;

export const mapRoutes = [] as const satisfies readonly Route[];
