import { pageRoutes } from '#web/router/collect-routes.ts';

/** Path of a record's own page: the page route whose last part is `$<kind>Id`. Null where a kind has no page. */
export function recordPath(kind: string, id: string): string | null {
  const route = pageRoutes.find((page) => page.path.endsWith(`/$${kind}Id`));
  return route ? route.path.replace(`$${kind}Id`, encodeURIComponent(id)) : null;
}
