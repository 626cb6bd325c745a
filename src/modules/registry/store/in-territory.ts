import { sql, type RawBuilder } from 'kysely';
import { isTerritoryGroup } from '../words/territory.rules.ts';

/** Rows whose `territories` lie in a territory or below it; in a group they lie in one of its members. */
export function inTerritory(column: string, id: string): RawBuilder<boolean> {
  if (!isTerritoryGroup(id)) return sql<boolean>`${sql.ref(column)} @> array[${id}]::text[]`;
  return sql<boolean>`${sql.ref(column)} && array(select territory_id from territory_group_member where group_id = ${id})`;
}
