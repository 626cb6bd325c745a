/** Code systems of groupings beside the tree of authorities: macro-regions and city groups. */
const groupSystems = ['cn-region', 'cn-group'] as const;

/** A grouping has members of its own choosing, so records in it are found through them and not through the tree. */
export const isTerritoryGroup = (id: string): boolean => groupSystems.some((system) => id.startsWith(`${system}:`));
