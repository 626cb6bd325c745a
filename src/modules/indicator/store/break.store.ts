import { sql } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage } from '#platform/db/page.ts';
import { isoTime } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { breakInputSchema, SeriesBreak } from '../words/reading.schema.ts';
import { readableFor } from './reader.ts';

const splice = (asOf: string | null) => sql`(select coalesce(jsonb_agg(jsonb_build_object('method', p.method, 'factor', trim_scale(p.factor)::text, 'overlapPeriod', p.overlap_period, 'reason', p.reason, 'chosenAt', ${isoTime('p.chosen_at')}) order by p.chosen_at desc, p.id desc), '[]'::jsonb)
  from series_splice p where p.space_id = b.space_id and p.break_id = b.id and (${asOf}::date is null or p.chosen_at < ${asOf}::date + 1))`;
const columns = (asOf: string | null) => sql`b.id, b.indicator_id as "indicatorId", b.subject_kind as "subjectKind", b.subject_id as "subjectId", to_char(b.starts_on, 'YYYY-MM-DD') as "startsOn", b.kind, b.before_words as "beforeWords", b.after_words as "afterWords", b.note, b.origin, ${isoTime('b.entered_at')} as "enteredAt", ${splice(asOf)} as splices`;
/** Of all subjects, or of one that the reader sees values of. */
const visible = (context: Context, indicatorId: string) => sql`b.indicator_id = ${indicatorId}::uuid and (b.subject_id is null or exists (select 1 from observation o where o.space_id = b.space_id and o.indicator_id = b.indicator_id and o.subject_kind = b.subject_kind and o.subject_id = b.subject_id and ${readableFor(context)}))`;

type Row = Omit<SeriesBreak, 'splice'>;
const withSplice = (row: Row): SeriesBreak => ({ ...row, splice: row.splices[0] && row.splices[0].method !== 'none' ? row.splices[0] : null });

export async function listBreakRows(context: Context, indicatorId: string, asOf: string | null): Promise<SeriesBreak[]> {
  const { rows } = await sql<Row>`select ${columns(asOf)} from series_break b where ${visible(context, indicatorId)} and (${asOf}::date is null or b.entered_at < ${asOf}::date + 1) order by b.starts_on, b.id`.execute(context.db);
  return rows.map(withSplice);
}

export async function pageOfBreaks(context: Context, indicatorId: string, query: { cursor?: string | undefined; limit: number }): Promise<Page<SeriesBreak> | null> {
  const page = keyset({ startsOn: { expression: sql`to_char(b.starts_on, 'YYYY-MM-DD')`, type: 'text' } }, '-startsOn', query.cursor, sql`b.id`);
  if (!page) return null;
  const where = visible(context, indicatorId);
  const { rows } = await sql<Row & { cursor_value: string }>`select ${columns(null)}, ${page.cursorValue} as cursor_value from series_break b where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from series_break b where ${where}`.execute(context.db);
  return toPage(rows, query.limit, '-startsOn', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => withSplice(item));
}

export async function findBreak(context: Context, indicatorId: string, id: string): Promise<SeriesBreak | null> {
  const { rows } = await sql<Row>`select ${columns(null)} from series_break b where b.indicator_id = ${indicatorId}::uuid and b.id = ${id}::uuid`.execute(context.db);
  return rows[0] ? withSplice(rows[0]) : null;
}

export async function insertBreak(context: Context, indicatorId: string, input: z.output<typeof breakInputSchema>, origin: SeriesBreak['origin']): Promise<string> {
  const id = context.newId();
  await sql`insert into series_break (space_id, id, indicator_id, subject_kind, subject_id, starts_on, kind, before_words, after_words, note, origin, entered_by, entered_at)
    values (${context.spaceId}, ${id}, ${indicatorId}::uuid, ${input.subjectKind}, ${input.subjectId}, ${input.startsOn}::date, ${input.kind}, ${input.beforeWords}, ${input.afterWords}, ${input.note}, ${origin}, ${context.actor.personId}::uuid, ${context.now})`.execute(context.db);
  return id;
}

export async function deleteBreak(context: Context, id: string): Promise<void> {
  await sql`delete from series_break where id = ${id}::uuid`.execute(context.db);
}

export async function insertSplice(context: Context, breakId: string, chosen: { method: string; factor: string | null; overlapPeriod: string | null; reason: string }): Promise<void> {
  await sql`insert into series_splice (space_id, id, break_id, method, factor, overlap_period, reason, chosen_by, chosen_at)
    values (${context.spaceId}, ${context.newId()}, ${breakId}::uuid, ${chosen.method}, ${chosen.factor}::numeric, ${chosen.overlapPeriod}, ${chosen.reason}, ${context.actor.personId}::uuid, ${context.now})`.execute(context.db);
}

/** Where the series of a subject changes its footing, and the factor of a splice in force (later over earlier), oldest first. */
export interface SubjectBreak {
  indicatorId: string;
  startsOn: string;
  factor: string | null;
}

/** Of all subjects and of this one, without regard to rights: for rooms that compute from values they were allowed to read. */
export async function breaksOf(db: SpaceDb, indicatorIds: readonly string[], subjectKind: string, subjectId: string): Promise<SubjectBreak[]> {
  const newest = sql`(select p.method, p.factor from series_splice p where p.space_id = b.space_id and p.break_id = b.id order by p.chosen_at desc, p.id desc limit 1)`;
  const { rows } = await sql<SubjectBreak>`select b.indicator_id as "indicatorId", to_char(b.starts_on, 'YYYY-MM-DD') as "startsOn", case when splice.method <> 'none' then trim_scale(splice.factor)::text end as factor
    from series_break b left join lateral ${newest} splice on true
    where b.indicator_id = any (${[...indicatorIds]}::uuid[]) and (b.subject_id is null or (b.subject_kind = ${subjectKind} and b.subject_id = ${subjectId})) order by b.starts_on, b.id`.execute(db);
  return rows;
}
