import { sql } from 'kysely';
import type { z } from 'zod';
import { endDay, parsePeriod } from '#kernel/quantity/period.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { isoTime } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { GrowthStatement, growthInputSchema } from '../words/reading.schema.ts';
import { knownOn, readableFor } from './reader.ts';

const columns = sql`o.id, o.indicator_id as "indicatorId", o.subject_kind as "subjectKind", o.subject_id as "subjectId", o.period, to_char(o.period_end, 'YYYY-MM-DD') as "periodEnd", o.compared_with as "comparedWith", trim_scale(o.value)::text as value, o.unit, o.comparable,
  o.entered_units as "enteredUnits", o.left_units as "leftUnits", o.reclassified_units as "reclassifiedUnits", o.moved_units as "movedUnits", o.note, o.vintage_id as "vintageId", v.title as "vintageTitle", o.source_id as "sourceId", s.title as "sourceTitle",
  o.basis, o.released_for as "releasedFor", o.visibility, o.sample, ${isoTime('o.entered_at')} as "enteredAt"`;
// Alias `o`, so that the gate of values holds for growth as it stands.
const from = sql`from growth_statement o left join source s on s.space_id = o.space_id and s.id = o.source_id left join vintage v on v.space_id = o.space_id and v.id = o.vintage_id`;

/** Of the subjects as `kind:id`, oldest first. */
export async function growthOf(context: Context, indicatorId: string, subjects: readonly string[], asOf: string | null): Promise<GrowthStatement[]> {
  return (await sql<GrowthStatement>`select ${columns} ${from} where o.indicator_id = ${indicatorId}::uuid and (o.subject_kind || ':' || o.subject_id) = any (${[...subjects]}::text[]) and ${readableFor(context)} and ${knownOn(asOf)} order by o.period_end, o.period, o.entered_at`.execute(context.db)).rows;
}

export async function listGrowthRows(context: Context, indicatorId: string, query: { cursor?: string | undefined; limit: number }): Promise<Page<GrowthStatement> | null> {
  const page = keyset({ period: { expression: sql`(to_char(o.period_end, 'YYYY-MM-DD') || o.subject_id)`, type: 'text' } }, '-period', query.cursor, sql`o.id`);
  if (!page) return null;
  const where = sql`o.indicator_id = ${indicatorId}::uuid and ${readableFor(context)}`;
  const { rows } = await sql<GrowthStatement & { cursor_value: string }>`select ${columns}, ${page.cursorValue} as cursor_value ${from} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${from} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, '-period', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export type NewGrowth = Omit<z.output<typeof growthInputSchema>, 'visibility'> & { visibility?: 'open' | 'internal' | undefined; indicatorId: string; sample?: boolean; batchId?: string; originRow?: number };

/** The caller has asked who may say it; periods read. Answers the ids in the order given. */
export async function insertGrowthRows(context: Context, given: readonly NewGrowth[]): Promise<string[]> {
  const rows = given.flatMap((one) => {
    const period = parsePeriod(one.period);
    return period.ok ? [{ ...one, id: context.newId(), periodEnd: endDay(period.value), visibility: one.visibility ?? (one.subjectKind === 'organisation' ? 'internal' : 'open'), sample: one.sample ?? false }] : [];
  });
  if (rows.length === 0) return [];
  await sql`insert into growth_statement (space_id, id, indicator_id, subject_kind, subject_id, period, period_end, compared_with, value, unit, comparable, entered_units, left_units, reclassified_units, moved_units, note, vintage_id, source_id, basis, visibility, sample, batch_id, origin_row, entered_by, entered_at)
    select ${context.spaceId}::uuid, id, "indicatorId", "subjectKind", "subjectId", period, "periodEnd", "comparedWith", value, unit, comparable, "enteredUnits", "leftUnits", "reclassifiedUnits", "movedUnits", note, "vintageId", "sourceId", basis, visibility, sample, "batchId", "originRow", ${context.actor.personId}::uuid, ${context.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, "indicatorId" uuid, "subjectKind" text, "subjectId" text, period text, "periodEnd" date, "comparedWith" text, value numeric, unit text, comparable boolean, "enteredUnits" int, "leftUnits" int, "reclassifiedUnits" int, "movedUnits" int,
      note text, "vintageId" uuid, "sourceId" uuid, basis text, visibility text, sample boolean, "batchId" uuid, "originRow" int)`.execute(context.db);
  return rows.map(({ id }) => id);
}

export async function insertGrowth(context: Context, indicatorId: string, input: z.output<typeof growthInputSchema>, sample = false): Promise<GrowthStatement | null> {
  const [id] = await insertGrowthRows(context, [{ ...input, indicatorId, sample }]);
  return id === undefined ? null : ((await sql<GrowthStatement>`select ${columns} ${from} where o.id = ${id}::uuid`.execute(context.db)).rows[0] ?? null);
}

/** Places of the questions whose very statement, of the same source and release, is there. */
export async function standingGrowth(db: SpaceDb, asked: readonly { indicatorId: string | null; subjectKind: string; subjectId: string | null; period: string | null; value: string | null; sourceId: string | null; vintageId: string | null }[]): Promise<Set<number>> {
  const wanted = asked.map((one, at) => ({ ...one, at })).filter(({ value, indicatorId, subjectId }) => value !== null && indicatorId !== null && subjectId !== null);
  if (wanted.length === 0) return new Set();
  const { rows } = await sql<{ at: number }>`select distinct g.at from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as g (at int, "indicatorId" uuid, "subjectKind" text, "subjectId" text, period text, value numeric, "sourceId" uuid, "vintageId" uuid)
    join growth_statement o on o.space_id = current_space() and o.indicator_id = g."indicatorId" and o.subject_kind = g."subjectKind" and o.subject_id = g."subjectId" and o.period = g.period and o.value = g.value and o.source_id is not distinct from g."sourceId" and o.vintage_id is not distinct from g."vintageId"`.execute(db);
  return new Set(rows.map(({ at }) => at));
}
