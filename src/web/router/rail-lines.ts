import type { MessageKey } from '#web/i18n/catalogue.ts';
import type { IconName } from '#web/kit/icon/paths.ts';
import type { NavRoute } from './collect-routes.ts';

/** One line of the rail: a page of its own, or a room with the pages that this reader may open in it. */
export interface RailLine {
  path: string;
  title: MessageKey;
  icon: IconName;
  section: 'rooms' | 'end';
  pages: readonly NavRoute[];
}

const isUnder = (path: string, start: string): boolean => path === start || path.startsWith(`${start}/`);

/** Whether a path belongs to a page of the navigation. */
export const isAt = (path: string, route: NavRoute): boolean => isUnder(path, route.path) || (route.nav.covers?.some((start) => isUnder(path, start)) ?? false);

/** Pages of one room share a line under the room's name; a reader with a single page of it sees that page's own name. */
export function railLines(routes: readonly NavRoute[]): RailLine[] {
  const groups = new Map<string, NavRoute[]>();
  for (const route of routes) groups.set(route.nav.room ?? route.path, [...(groups.get(route.nav.room ?? route.path) ?? []), route]);
  return [...groups.values()].flatMap((pages) => {
    const [first] = pages;
    if (!first) return [];
    const { room, icon, section = 'rooms' } = first.nav;
    const many = room !== undefined && pages.length > 1;
    return [{ path: first.path, title: many ? (`web.room.${room}` as const) : first.title, icon: many ? room : icon, section, pages }];
  });
}
