import { administrationRoutes, navRoutes } from '#web/router/collect-routes.ts';
import { railLines, type RailLine } from '#web/router/rail-lines.ts';
import type { SessionView } from '#web/session/use-session.ts';

/** The lines of the rail that this reader's rights allow. */
export function linesFor(session: SessionView | null): RailLine[] {
  const held = session?.permissions ?? [];
  const may = (permission: string | null) => permission !== null && held.includes(permission);
  const administers = administrationRoutes.some((route) => may(route.administration.permission));
  return railLines(navRoutes.filter((route) => (route.nav.administration ? administers : !route.nav.permissions || route.nav.permissions.some(may))));
}
