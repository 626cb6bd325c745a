import { sql, type RawBuilder } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Ref } from '../words/record.schema.ts';

/** The ids and all their ancestors, each once; null when one of them is not a territory. */
export async function territoriesWithAncestors(db: SpaceDb, ids: readonly string[]): Promise<string[] | null> {
  return withAncestors(db, 'territory', ids);
}

export async function industriesWithAncestors(db: SpaceDb, ids: readonly string[]): Promise<string[] | null> {
  return withAncestors(db, 'industry', ids);
}

async function withAncestors(db: SpaceDb, table: 'territory' | 'industry', ids: readonly string[]): Promise<string[] | null> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const { rows } = await sql<{ ancestors: string[] }>`select ancestors from ${sql.table(table)} where id = any (${wanted}::text[])`.execute(db);
  return rows.length === wanted.length ? [...new Set(rows.flatMap((row) => row.ancestors))] : null;
}

/** From the top of the tree down to the territory that an expression names, for a statement about what lies in it. */
export function pathColumn(id: RawBuilder<unknown>): RawBuilder<Ref[]> {
  return sql`coalesce((select json_agg(json_build_object('id', above.id, 'name', above.name) order by cardinality(above.ancestors), above.id)
    from territory below join territory above on above.id = any (below.ancestors) where below.id = ${id}), '[]'::json)`;
}

export async function territoryPath(db: SpaceDb, id: string | null): Promise<Ref[]> {
  if (id === null) return [];
  const { rows } = await sql<{ path: Ref[] }>`select ${pathColumn(sql`${id}`)} as path`.execute(db);
  return rows[0]?.path ?? [];
}
