import { sql } from 'kysely';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Relation } from '../words/organisation.schema.ts';
import { organisationsIn } from './scope-columns.ts';

export interface RelationRow {
  id: string;
  fromId: string;
  toId: string;
  kind: Relation['kind'];
  since: string | null;
  until: string | null;
  note: string | null;
}

/** Relations of one organisation, as far as the reader may see the other end. */
export async function relationsOf(context: Context, organisationId: string, relationId: string | null = null): Promise<Relation[]> {
  const { rows } = await sql<Relation>`
    select relation.id, relation.kind,
      case when relation.kind = 'competitor' then 'both' when relation.from_id = ${organisationId}::uuid then 'up' else 'down' end as direction,
      jsonb_build_object('id', organisation.id, 'name', organisation.name) as other, relation.since, relation.until, relation.note
    from organisation_relation relation
    join organisation on organisation.id = case when relation.from_id = ${organisationId}::uuid then relation.to_id else relation.from_id end
    where ${organisationId}::uuid in (relation.from_id, relation.to_id) and organisation.state <> 'merged'
      and (${relationId}::uuid is null or relation.id = ${relationId}::uuid) and ${organisationsIn(context.scope('organisation.read'))}
    order by relation.kind, organisation.sort_name, relation.id`.execute(context.db);
  return rows;
}

/** A pair without direction is stored once, smaller id first. */
export function orderedPair(kind: Relation['kind'], fromId: string, toId: string): [string, string] {
  return kind === 'competitor' && toId < fromId ? [toId, fromId] : [fromId, toId];
}

/** Writes the relation; false when the same one is there already. */
export async function insertRelation(db: SpaceDb, row: RelationRow): Promise<boolean> {
  const [from, to] = orderedPair(row.kind, row.fromId, row.toId);
  const done = await sql`
    insert into organisation_relation (space_id, id, from_id, to_id, kind, since, until, note)
    values (current_space(), ${row.id}::uuid, ${from}::uuid, ${to}::uuid, ${row.kind}, ${row.since}::date, ${row.until}::date, ${row.note})
    on conflict do nothing`.execute(db);
  return (done.numAffectedRows ?? 0n) > 0n;
}

export async function removeRelation(db: SpaceDb, id: string): Promise<void> {
  await sql`delete from organisation_relation where id = ${id}::uuid`.execute(db);
}

/**
 * Whether `toId` already lies below `fromId` in the tree of this kind, so that putting `fromId` below it would close a
 * circle. Holds a lock on the kind until the transaction ends: two additions at once cannot close one together.
 */
export async function closesCycle(db: SpaceDb, kind: Relation['kind'], fromId: string, toId: string): Promise<boolean> {
  if (kind === 'competitor') return false;
  await sql`select pg_advisory_xact_lock(hashtext(current_space()::text), hashtext(${`organisation_relation ${kind}`}))`.execute(db);
  const { rows } = await sql<{ found: boolean }>`
    with recursive above (id) as (
      select ${toId}::uuid union select relation.to_id from organisation_relation relation join above on relation.from_id = above.id where relation.space_id = current_space() and relation.kind = ${kind}
    ) select exists (select 1 from above where id = ${fromId}::uuid) as found`.execute(db);
  return rows[0]?.found ?? false;
}
