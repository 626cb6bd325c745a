import { sql } from 'kysely';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import { moveBack, moveRows, type Move } from './organisation-moves.ts';
import { closesCycle, orderedPair, type RelationRow } from './organisation-relation.store.ts';

/** Everything a merge changed besides the two records themselves. */
export interface Moved {
  rows: Move[];
  /** Relations as they were and, on the same ids, as they are now. */
  relations: { before: RelationRow; after: RelationRow }[];
  /** Aliases made of the merged record's names. */
  madeAliases: string[];
  stateBefore: string;
  /** Position of the kept record's pin before a merged site gave it one. */
  pinBefore: { longitude: string | null; latitude: string | null };
}

export interface Merge {
  id: string;
  keptId: string;
  mergedId: string;
  moved: Moved;
}

export async function moveEverything(db: SpaceDb, kept: string, merged: string): Promise<Pick<Moved, 'rows' | 'relations'>> {
  const rows = await moveRows(db, kept, merged);
  const relations: Moved['relations'] = [];
  for (const before of await relationRows(db, merged)) {
    const after = turned(before, merged, kept);
    if (after.fromId === after.toId) continue;
    if (!(await canFollow(db, after))) continue;
    await pointRelation(db, before, after);
    relations.push({ before, after });
  }
  return { rows, relations };
}

export async function countRelationMoves(db: SpaceDb, kept: string, merged: string): Promise<{ moved: number; resting: number }> {
  const all = (await relationRows(db, merged)).map((row) => turned(row, merged, kept));
  const between = all.filter((row) => row.fromId === row.toId);
  let moved = 0;
  for (const row of all) if (!between.includes(row) && (await canFollow(db, row))) moved += 1;
  return { moved, resting: all.length - moved };
}

// A relation that the kept record has already, or that would close a circle, rests with the merged record.
async function canFollow(db: SpaceDb, row: RelationRow): Promise<boolean> {
  const { rows } = await sql`
    select 1 from organisation_relation where kind = ${row.kind} and from_id = ${row.fromId}::uuid and to_id = ${row.toId}::uuid and since is not distinct from ${row.since}::date`.execute(db);
  return rows.length === 0 && !(await closesCycle(db, row.kind, row.fromId, row.toId));
}

async function pointRelation(db: SpaceDb, from: RelationRow, to: RelationRow): Promise<void> {
  await sql`
    update organisation_relation set from_id = ${to.fromId}::uuid, to_id = ${to.toId}::uuid
    where id = ${from.id}::uuid and from_id = ${from.fromId}::uuid and to_id = ${from.toId}::uuid`.execute(db);
}

export async function putEverythingBack(db: SpaceDb, { keptId, mergedId, moved }: Merge): Promise<void> {
  await moveBack(db, keptId, mergedId, moved.rows);
  for (const { before, after } of moved.relations) await pointRelation(db, after, before);
  await sql`delete from alias where id = any (${moved.madeAliases}::uuid[])`.execute(db);
}

function turned(row: RelationRow, merged: string, kept: string): RelationRow {
  const [fromId, toId] = orderedPair(row.kind, row.fromId === merged ? kept : row.fromId, row.toId === merged ? kept : row.toId);
  return { ...row, fromId, toId };
}

async function relationRows(db: SpaceDb, id: string): Promise<RelationRow[]> {
  const { rows } = await sql<RelationRow>`
    select id, from_id as "fromId", to_id as "toId", kind, since, until, note from organisation_relation where ${id}::uuid in (from_id, to_id) order by id`.execute(db);
  return rows;
}

export async function pinOf(db: SpaceDb, id: string): Promise<Moved['pinBefore']> {
  const { rows } = await sql<Moved['pinBefore']>`select longitude::text, latitude::text from organisation where id = ${id}::uuid`.execute(db);
  return rows[0] ?? { longitude: null, latitude: null };
}

/** A kept record without a pin is drawn where the merged one was; its own pin always comes first. */
export async function adoptPin(db: SpaceDb, kept: string, merged: string): Promise<void> {
  await sql`
    update organisation kept set longitude = merged.longitude, latitude = merged.latitude from organisation merged
    where kept.id = ${kept}::uuid and merged.id = ${merged}::uuid and kept.longitude is null`.execute(db);
}

/** Takes an adopted pin away again, unless the record was given another one since. */
export async function returnPin(db: SpaceDb, { keptId, mergedId, moved }: Merge): Promise<void> {
  if (moved.pinBefore.longitude !== null) return;
  await sql`
    update organisation kept set longitude = null, latitude = null from organisation merged
    where kept.id = ${keptId}::uuid and merged.id = ${mergedId}::uuid and kept.longitude = merged.longitude and kept.latitude = merged.latitude`.execute(db);
}

export async function insertMerge(context: Pick<Context, 'db' | 'now' | 'actor'>, merge: Merge): Promise<void> {
  await sql`
    insert into organisation_merge (space_id, id, kept_id, merged_id, moved, merged_by, merged_at)
    values (current_space(), ${merge.id}::uuid, ${merge.keptId}::uuid, ${merge.mergedId}::uuid, ${JSON.stringify(merge.moved)}::jsonb,
      ${context.actor.personId}::uuid, ${context.now.toISOString()}::timestamptz)`.execute(context.db);
}

const standing = sql`select merge.id, merge.kept_id as "keptId", merge.merged_id as "mergedId", merge.moved from organisation_merge merge`;

export async function findMerge(db: SpaceDb, mergedId: string): Promise<Merge | null> {
  const { rows } = await sql<Merge>`${standing} where merge.merged_id = ${mergedId}::uuid and merge.split_at is null`.execute(db);
  return rows[0] ?? null;
}

/** A merge that was built on this one: the kept record took in another later, or was itself merged. It has to go first. */
export async function laterMerge(db: SpaceDb, merge: Merge): Promise<Merge | null> {
  const { rows } = await sql<Merge>`
    ${standing} join organisation_merge own on own.id = ${merge.id}::uuid
    where merge.split_at is null and merge.id <> own.id and (merge.merged_id = own.kept_id or (merge.kept_id = own.kept_id and (merge.merged_at, merge.id) > (own.merged_at, own.id)))
    order by merge.merged_at desc, merge.id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function closeMerge(context: Pick<Context, 'db' | 'now'>, id: string): Promise<void> {
  await sql`update organisation_merge set split_at = ${context.now.toISOString()}::timestamptz where id = ${id}::uuid`.execute(context.db);
}
