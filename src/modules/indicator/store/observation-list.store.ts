import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage } from '#platform/db/page.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import { displayOfPeriod } from '../words/observation.rules.ts';
import type { Observation, observationListQuery, ObservedSubject, subjectListQuery } from '../words/observation.schema.ts';
import { chosenId, displayOrder, observationColumns } from './observation-sql.ts';
import { readableFor } from './reader.ts';

export type BareObservation = Bare;
const idOf = (kind: string) => sql`(case when o.subject_kind = ${kind} then o.subject_id::uuid end)`;
/** The record behind a value (alias `o`); whoever may read the value may read its name. */
export const subjectJoins = sql`left join organisation so on so.space_id = o.space_id and so.id = ${idOf('organisation')} left join cluster sc on sc.space_id = o.space_id and sc.id = ${idOf('cluster')}
  left join place sp on sp.space_id = o.space_id and sp.id = ${idOf('place')} left join area sa on sa.space_id = o.space_id and sa.id = ${idOf('area')} left join territory st on o.subject_kind = 'territory' and st.id = o.subject_id`;
const subjectName = sql`coalesce(so.name, sc.name, sp.name, sa.name, st.name, '{}'::jsonb)`;
const subjectCode = sql`coalesce(sa.code, st.code)`;
export const joins = sql`left join source s on s.space_id = o.space_id and s.id = o.source_id left join vintage v on v.space_id = o.space_id and v.id = o.vintage_id`;

type Bare = Omit<Observation, 'shown' | 'disputed'> & { subjectId: string; chosen: string | null };
export const listedColumns = sql`${observationColumns}, jsonb_build_object('id', o.subject_id, 'name', ${subjectName}) as subject, ${subjectCode} as "subjectCode", ${chosenId} as chosen,
  case when v.id is null then null else jsonb_build_object('id', v.id, 'title', v.title, 'releasedOn', to_char(v.released_on, 'YYYY-MM-DD')) end as vintage,
  case when s.id is null then null else jsonb_build_object('id', s.id, 'title', s.title, 'kind', s.kind, 'publishedOn', to_char(s.published_on, 'YYYY-MM-DD')) end as source`;

/** Values of one indicator that the reader may see; null for a cursor this list did not make. */
export async function listObservationRows(context: Context, indicatorId: string, query: z.output<typeof observationListQuery>): Promise<Page<Observation> | null> {
  const page = keyset({ period: { expression: sql`(to_char(o.period_end, 'YYYY-MM-DD') || to_char(o.period_start, 'YYYYMMDD') || o.subject_id)`, type: 'text' } }, '-period', query.cursor, sql`o.id`);
  if (!page) return null;
  const where = sql`o.indicator_id = ${indicatorId}::uuid and ${readableFor(context)} and ${narrowed(context, query)}`;
  const { rows } = await sql<Bare & { cursor_value: string }>`select ${listedColumns}, ${page.cursorValue} as cursor_value from observation o ${joins} ${subjectJoins} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from observation o ${joins} where ${where}`.execute(context.db);
  const shown = await withDisplay(context, rows.slice(0, query.limit));
  return { ...toPage(rows, query.limit, '-period', total.rows[0]?.count ?? 0, (row) => row), items: shown };
}

function narrowed(context: Context, query: z.output<typeof observationListQuery>): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (query.subjectKind) parts.push(sql`o.subject_kind = ${query.subjectKind}`);
  if (query.subjectId) parts.push(sql`o.subject_id = ${query.subjectId}`);
  if (query.from) parts.push(sql`o.period_end >= ${query.from}::date`);
  if (query.until) parts.push(sql`o.period_end <= ${query.until}::date`);
  if (query.vintageId) parts.push(sql`o.vintage_id = ${query.vintageId}::uuid`);
  if (query.shown) {
    const first = sql`(select first.id from (select o.* from observation o where o.space_id = outside.space_id and o.indicator_id = outside.indicator_id and o.subject_kind = outside.subject_kind and o.subject_id = outside.subject_id and o.period = outside.period and ${readableFor(context)}) o
      ${joins} cross join lateral (select o.id) first order by (o.id = ${chosenId}) desc nulls last, ${displayOrder} limit 1)`;
    parts.push(sql`o.id ${sql.raw(query.shown === 'true' ? '=' : '<>')} (select x.id from (select o.space_id, o.indicator_id, o.subject_kind, o.subject_id, o.period) outside cross join lateral ${first} x)`);
  }
  if (query.disputed === 'true') parts.push(sql`exists (select 1 from observation o2 where o2.space_id = o.space_id and o2.indicator_id = o.indicator_id and o2.subject_kind = o.subject_kind and o2.subject_id = o.subject_id and o2.period = o.period
      and o2.id <> o.id and not (o2.origin_id = o.origin_id and o2.origin_row <> o.origin_row) and o2.value is not null and o.value is not null and o2.value <> o.value and not (o2.source_id is not distinct from o.source_id and o2.vintage_id is distinct from o.vintage_id))`);
  return sql.join(parts, sql` and `);
}

/** Which of each period is shown and which contradict each other, among those that the reader may see. */
export async function withDisplay(context: Context, rows: readonly Bare[]): Promise<Observation[]> {
  const groups = [...new Map(rows.map((row) => [`${row.indicatorId} ${row.subjectKind} ${row.subjectId} ${row.period}`, { indicator: row.indicatorId, kind: row.subjectKind, id: row.subjectId, period: row.period }])).values()];
  const { rows: siblings } = await sql<Bare>`select ${listedColumns} from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as g (indicator uuid, kind text, id text, period text)
    join observation o on o.space_id = current_space() and o.indicator_id = g.indicator and o.subject_kind = g.kind and o.subject_id = g.id and o.period = g.period ${joins} ${subjectJoins} where ${readableFor(context)}`.execute(context.db);
  const display = new Map(groups.flatMap(({ indicator, kind, id, period }) => [...displayOf(siblings.filter((one) => one.indicatorId === indicator && one.subjectKind === kind && one.subjectId === id && one.period === period))]));
  return rows.map(({ chosen: _, subjectId: _s, ...row }) => ({ ...withoutCursor(row), ...(display.get(row.id) ?? { shown: 'other' as const, disputed: false }) }));
}

const withoutCursor = <Row extends object>(row: Row): Row => {
  const { cursor_value: _, vintageId: _v, sourceId: _s, ...rest } = row as Row & { cursor_value?: string; vintageId?: unknown; sourceId?: unknown };
  return rest as Row;
};

function displayOf(group: readonly Bare[]): ReturnType<typeof displayOfPeriod> {
  const candidates = group.map((one) => ({ id: one.id, operator: one.operator, value: one.value, unit: one.unit, sourceId: one.source?.id ?? null, sourceKind: one.source?.kind ?? null, vintageId: one.vintage?.id ?? null, releasedOn: one.vintage?.releasedOn ?? null, originId: one.originId, originRow: one.originRow, enteredAt: one.enteredAt }));
  return displayOfPeriod(candidates, group[0]?.chosen ?? null);
}

/** All that the reader may see of the period of one value, the shown one first; empty when the value itself is not for them. */
export async function observationsBeside(context: Context, observationId: string): Promise<Observation[]> {
  const { rows } = await sql<Bare>`select ${listedColumns} from observation o ${joins} ${subjectJoins} where ${readableFor(context)}
    and (o.indicator_id, o.subject_kind, o.subject_id, o.period) = (select a.indicator_id, a.subject_kind, a.subject_id, a.period from observation a where a.id = ${observationId}::uuid)
    order by (o.id = ${chosenId}) desc nulls last, ${displayOrder}`.execute(context.db);
  if (!rows.some(({ id }) => id === observationId)) return [];
  return withDisplay(context, rows);
}

export async function listSubjectRows(context: Context, indicatorId: string, query: z.output<typeof subjectListQuery>): Promise<Page<ObservedSubject> | null> {
  const sort = 'subject';
  const page = keyset({ [sort]: { expression: sql`x.sort`, type: 'text' } }, sort, query.cursor, sql`x.id`);
  if (!page) return null;
  const named = query.q ? sql`position(lower(${query.q}) in lower(coalesce(${subjectCode}, '') || ' ' || coalesce(${subjectName} ->> 'zh', '') || ' ' || coalesce(${subjectName} ->> 'en', ''))) > 0` : sql`true`;
  const held = sql`(select o.subject_kind as "subjectKind", o.subject_id as id, count(*)::int as "observationCount", (array_agg(o.period order by o.period_start, o.period_end))[1] as "firstPeriod", (array_agg(o.period order by o.period_end desc, o.period_start desc))[1] as "lastPeriod",
      jsonb_build_object('id', o.subject_id, 'name', ${subjectName}) as subject, ${subjectCode} as "subjectCode", sa.system, (array_position(array['territory', 'cluster', 'place', 'area', 'organisation'], o.subject_kind))::text || lower(coalesce(sa.system, '') || ' ' || coalesce(${subjectCode}, so.sort_name, sc.sort_name, sp.sort_name, o.subject_id)) as sort
    from observation o ${subjectJoins} where o.indicator_id = ${indicatorId}::uuid and ${readableFor(context)} and ${named} and ${query.subjectKind ? sql`o.subject_kind = ${query.subjectKind}` : sql`true`}
    group by o.subject_kind, o.subject_id, so.name, sc.name, sp.name, sa.name, st.name, sa.code, st.code, sa.system, so.sort_name, sc.sort_name, sp.sort_name) x`;
  const { rows } = await sql<ObservedSubject & { cursor_value: string; sort: string }>`select x.*, ${page.cursorValue} as cursor_value from ${held} where ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from ${held}`.execute(context.db);
  return toPage(rows, query.limit, sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, sort: _s, ...item }) => item);
}
