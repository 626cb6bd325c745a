import { administrationRoutes } from '#web/router/collect-routes.ts';

const groups = ['people', 'exchange', 'rules', 'system'] as const;

/** The administration's pages that a holder of these permissions may open, by group; empty groups are left out. */
export function openGroups(held: readonly string[]) {
  return groups
    .map((group) => ({ group, pages: administrationRoutes.filter(({ administration: { group: own, permission } }) => own === group && (permission === null || held.includes(permission))) }))
    .filter(({ pages }) => pages.length > 0);
}
