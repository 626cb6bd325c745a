import { sql, type RawBuilder } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import type { MovedKind } from '../words/organisation-views.schema.ts';

/** A column of some table that points at organisations, and what keeps a row from following a merge. */
interface Pointer {
  kind: MovedKind;
  table: string;
  column: string;
  /** Subject ids are text, all others uuid. */
  text?: true;
  where?: RawBuilder<boolean>;
  /** A row (alias `row`) that the kept record has already: it rests where it is, out of sight, until a split. */
  twin?: (kept: string) => RawBuilder<boolean>;
}

const ofOrganisation = sql<boolean>`"row".subject_kind = 'organisation'`;
const sameCluster = (table: string) => (kept: string) =>
  sql<boolean>`exists (select 1 from ${sql.table(table)} twin where twin.organisation_id = ${kept}::uuid and twin.cluster_id = "row".cluster_id)`;

/** Every place that names an organisation. A new table that does so gets a line here. */
const pointers: readonly Pointer[] = [
  { kind: 'sites', table: 'organisation_site', column: 'organisation_id' },
  { kind: 'titles', table: 'title', column: 'organisation_id' },
  { kind: 'memberships', table: 'membership', column: 'organisation_id', twin: sameCluster('membership') },
  { kind: 'clusterOrganisations', table: 'cluster_organisation', column: 'organisation_id', twin: sameCluster('cluster_organisation') },
  { kind: 'roles', table: 'cluster_organisation', column: 'host_id' },
  { kind: 'roles', table: 'cluster_organisation', column: 'operator_id' },
  { kind: 'roles', table: 'cluster_organisation', column: 'alliance_id' },
  { kind: 'roles', table: 'cluster_organisation', column: 'supervisor_id' },
  { kind: 'roles', table: 'sub_organisation', column: 'organisation_id' },
  { kind: 'seats', table: 'seat', column: 'organisation_id' },
  { kind: 'places', table: 'place', column: 'operator_id' },
  {
    kind: 'listEntries', table: 'list_entry', column: 'subject_id', text: true,
    where: sql`exists (select 1 from list where list.id = "row".list_id and list.entry_kind = 'organisation')`,
    twin: (kept) => sql`exists (select 1 from list_entry twin where twin.list_id = "row".list_id and twin.subject_id = ${kept})`,
  },
  { kind: 'statements', table: 'statement', column: 'subject_id', text: true, where: ofOrganisation },
  { kind: 'choices', table: 'statement_choice', column: 'subject_id', text: true, where: ofOrganisation },
  {
    kind: 'observations', table: 'observation', column: 'subject_id', text: true, where: ofOrganisation,
    twin: (kept) => sql`exists (select 1 from observation twin where twin.subject_kind = 'organisation' and twin.subject_id = ${kept} and twin.indicator_id = "row".indicator_id and twin.period = "row".period
      and twin.vintage_id is not distinct from "row".vintage_id and twin.origin_id = "row".origin_id and twin.origin_row = "row".origin_row)`,
  },
  { kind: 'choices', table: 'observation_choice', column: 'subject_id', text: true, where: ofOrganisation },
  { kind: 'compositions', table: 'composition', column: 'subject_id', text: true, where: ofOrganisation },
  {
    kind: 'aliases', table: 'alias', column: 'subject_id', text: true, where: ofOrganisation,
    twin: (kept) => sql`exists (select 1 from alias twin where twin.subject_kind = 'organisation' and twin.subject_id = ${kept} and twin.name = "row".name)`,
  },
];

/** One row that followed a merge: put `column` back to the merged id and everything is as it was. */
export interface Move {
  kind: MovedKind;
  table: string;
  column: string;
  id: string;
}

const match = (pointer: Pointer, id: string) => sql<boolean>`"row".${sql.id(pointer.column)} = ${id}${castOf(pointer)} and ${pointer.where ?? sql<boolean>`true`}`;
const castOf = (pointer: Pick<Pointer, 'text'>) => sql.raw(pointer.text ? '::text' : '::uuid');

/** Points every row of `merged` at `kept`, and says exactly which. Relations are another matter: they have two ends. */
export async function moveRows(db: SpaceDb, kept: string, merged: string): Promise<Move[]> {
  const moves: Move[] = [];
  for (const pointer of pointers) {
    const { rows } = await sql<{ id: string }>`
      update ${sql.table(pointer.table)} "row" set ${sql.id(pointer.column)} = ${kept}${castOf(pointer)}
      where ${match(pointer, merged)} and not ${pointer.twin?.(kept) ?? sql`false`} returning "row".id`.execute(db);
    moves.push(...rows.map(({ id }) => ({ kind: pointer.kind, table: pointer.table, column: pointer.column, id })));
  }
  return moves;
}

/** How many rows of each kind would follow and how many would rest. */
export async function countMoves(db: SpaceDb, kept: string, merged: string): Promise<{ kind: MovedKind; moved: number; resting: number }[]> {
  const counts = new Map<MovedKind, { moved: number; resting: number }>();
  for (const pointer of pointers) {
    const { rows } = await sql<{ moved: number; resting: number }>`
      select (count(*) filter (where not twin))::int as moved, (count(*) filter (where twin))::int as resting
      from (select ${pointer.twin?.(kept) ?? sql`false`} as twin from ${sql.table(pointer.table)} "row" where ${match(pointer, merged)}) x`.execute(db);
    const before = counts.get(pointer.kind) ?? { moved: 0, resting: 0 };
    counts.set(pointer.kind, { moved: before.moved + (rows[0]?.moved ?? 0), resting: before.resting + (rows[0]?.resting ?? 0) });
  }
  return [...counts].map(([kind, count]) => ({ kind, ...count }));
}

/** Puts rows back that still stand where the merge put them; a row that was removed or given away since stays so. */
export async function moveBack(db: SpaceDb, kept: string, merged: string, moves: readonly Move[]): Promise<void> {
  for (const pointer of pointers) {
    const ids = moves.filter((move) => move.table === pointer.table && move.column === pointer.column).map((move) => move.id);
    if (ids.length === 0) continue;
    await sql`
      update ${sql.table(pointer.table)} "row" set ${sql.id(pointer.column)} = ${merged}${castOf(pointer)}
      where "row".id = any (${ids}::uuid[]) and "row".${sql.id(pointer.column)} = ${kept}${castOf(pointer)}`.execute(db);
  }
}
