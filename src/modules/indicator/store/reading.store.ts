import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/module/module.ts';
import type { Basis } from '../words/indicator.schema.ts';
import type { IndicatorPeriods, ReadValue } from '../words/reading.schema.ts';
import { indicatorsIn } from './indicator-filter.ts';
import { joins, subjectJoins } from './observation-list.store.ts';
import { displayOrder } from './observation-sql.ts';
import { knownOn, readableFor } from './reader.ts';

export interface ReadAsked {
  subjectKind?: string | undefined;
  subjectIds?: readonly string[] | undefined;
  system?: string | undefined;
  periods?: readonly string[] | undefined;
  /** As it was known at the end of this day. */
  asOf?: string | undefined;
}

/** A value as it is shown, with what formulas need to know of it. */
export interface ShownValue extends Omit<ReadValue, 'id' | 'derived'> {
  indicatorId: string;
  subjectId: string;
  observationId: string;
  basis: Basis;
  sourceId: string | null;
  vintageId: string | null;
}

/** The decision in force on a day, or now. */
const chosenOn = (asOf: string | null): RawBuilder<unknown> => sql`(select c.observation_id from observation_choice c where c.space_id = o.space_id and c.indicator_id = o.indicator_id and c.subject_kind = o.subject_kind
  and c.subject_id = o.subject_id and c.period = o.period and (${asOf}::date is null or c.chosen_at < ${asOf}::date + 1) order by c.chosen_at desc, c.id desc limit 1)`;

/** The shown value of each indicator, subject and period that the actor may read, oldest first. */
export async function shownValues(context: Context, indicatorIds: readonly string[], asked: ReadAsked): Promise<ShownValue[]> {
  const asOf = asked.asOf ?? null;
  const { rows } = await sql<ShownValue>`
    select * from (select distinct on (o.indicator_id, o.subject_kind, o.subject_id, o.period)
      o.id as "observationId", o.indicator_id as "indicatorId", o.subject_kind as "subjectKind", o.subject_id as "subjectId", jsonb_build_object('id', o.subject_id, 'name', coalesce(so.name, sc.name, sp.name, sa.name, st.name, '{}'::jsonb)) as subject,
      coalesce(sa.code, st.code) as "subjectCode", sa.system, case when o.subject_kind = 'territory' then o.subject_id else sa.territory_id end as "territoryId", o.period, to_char(o.period_end, 'YYYY-MM-DD') as "periodEnd", o.operator, trim_scale(o.value)::text as value, o.unit, o.missing, o.flags,
      o.scope_note as "scopeNote", v.title as "vintageTitle", o.vintage_id as "vintageId", s.title as "sourceTitle", o.source_id as "sourceId", o.basis, o.sample
      from observation o ${joins} ${subjectJoins}
      where o.indicator_id = any (${[...indicatorIds]}::uuid[]) and ${readableFor(context)}
        and (${asked.subjectKind ?? null}::text is null or o.subject_kind = ${asked.subjectKind ?? null}) and (${asked.subjectIds ?? null}::text[] is null or o.subject_id = any (${asked.subjectIds ?? null}::text[]))
        and (${asked.system ?? null}::text is null or sa.system = ${asked.system ?? null}) and (${asked.periods ?? null}::text[] is null or o.period = any (${asked.periods ?? null}::text[]))
        and ${knownOn(asOf)}
      order by o.indicator_id, o.subject_kind, o.subject_id, o.period, (o.id = ${chosenOn(asOf)}) desc nulls last, ${displayOrder}) x
    order by "periodEnd", period, "subjectId"`.execute(context.db);
  return rows;
}

export interface HeldPeriod {
  subjectKind: ReadValue['subjectKind'];
  system: string | null;
  period: string;
  periodEnd: string;
  held: number;
}

/** How many subjects have a figure in each period, and how many subjects there are of each kind, counted where the figures are. */
export async function periodsHeld(context: Context, indicatorId: string, asOf: string | null): Promise<{ periods: HeldPeriod[]; subjects: (Pick<HeldPeriod, 'subjectKind' | 'system'> & { subjects: number })[] }> {
  const held = sql`from observation o ${joins} left join area sa on sa.space_id = o.space_id and sa.id = (case when o.subject_kind = 'area' then o.subject_id::uuid end)
    where o.indicator_id = ${indicatorId}::uuid and ${readableFor(context)} and ${knownOn(asOf)}`;
  const periods = await sql<HeldPeriod>`select o.subject_kind as "subjectKind", sa.system, o.period, to_char(o.period_end, 'YYYY-MM-DD') as "periodEnd", count(distinct o.subject_id)::int as held ${held} group by o.subject_kind, sa.system, o.period, o.period_end`.execute(context.db);
  const subjects = await sql<{ subjectKind: ReadValue['subjectKind']; system: string | null; subjects: number }>`select o.subject_kind as "subjectKind", sa.system, count(distinct o.subject_id)::int as subjects ${held} group by o.subject_kind, sa.system`.execute(context.db);
  return { periods: periods.rows, subjects: subjects.rows };
}

/** Releases in which the actor may read values of the indicator, the newest first. */
export async function vintagesHeld(context: Context, indicatorId: string): Promise<IndicatorPeriods['vintages']> {
  return (await sql<IndicatorPeriods['vintages'][number]>`select v.id, v.title, to_char(v.released_on, 'YYYY-MM-DD') as "releasedOn", count(*)::int as values from observation o ${joins}
    where o.indicator_id = ${indicatorId}::uuid and ${readableFor(context)} group by v.id, v.title, v.released_on order by v.released_on desc nulls last, v.title`.execute(context.db)).rows;
}

export interface FormulaRow {
  id: string;
  key: string;
  name: ReadValue['subject']['name'];
  unit: string | null;
  formula: string | null;
  population: string | null;
  timing: 'flow' | 'stock' | null;
  decimals: number | null;
}

/** Definitions by key that the actor may read. */
export async function formulaRows(context: Context, asked: { keys?: readonly string[]; ids?: readonly string[] }): Promise<FormulaRow[]> {
  return (await sql<FormulaRow>`select id, key, name, unit, formula, population, timing, decimals from indicator where archived_at is null and (key = any (${[...(asked.keys ?? [])]}::text[]) or id = any (${[...(asked.ids ?? [])]}::uuid[])) and ${indicatorsIn(context.scope('indicator.read'))}`.execute(context.db)).rows;
}

/** Every formula of the space, to find circles; the actor's own rights don't matter to that. */
export async function allFormulas(context: Context): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; formula: string }>`select key, formula from indicator where formula is not null and archived_at is null`.execute(context.db);
  return new Map(rows.map(({ key, formula }) => [key, formula]));
}
