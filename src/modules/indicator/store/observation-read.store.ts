import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Observation, ObservedKind, Use } from '../words/observation.schema.ts';
import { chosenId, displayOrder, observationColumns, usableFor } from './observation-sql.ts';

/** A figure as other rooms compute with it; whom and what it is about as ids. */
export type ObservationValue = Omit<Observation, 'subject' | 'subjectCode' | 'vintage' | 'source' | 'shown' | 'disputed'> & { subjectId: string; vintageId: string | null; sourceId: string | null };

export interface ObservationsAsked {
  indicatorIds: readonly string[];
  subjectKind: ObservedKind;
  subjectIds: readonly string[];
  /** Only periods that end before this day. */
  before?: string;
  /** Only these periods. */
  periods?: readonly string[];
  /** What the values are wanted for: see `mayUse`. */
  use: Use;
}

const asked = (query: ObservationsAsked) => sql`o.indicator_id = any (${[...query.indicatorIds]}::uuid[]) and o.subject_kind = ${query.subjectKind} and o.subject_id = any (${[...query.subjectIds]}::text[])
  and (${query.before ?? null}::date is null or o.period_end < ${query.before ?? null}::date) and (${query.periods ?? null}::text[] is null or o.period = any (${query.periods ?? null}::text[])) and ${usableFor(query.use)}`;
const from = sql`from observation o left join source s on s.space_id = o.space_id and s.id = o.source_id left join vintage v on v.space_id = o.space_id and v.id = o.vintage_id`;

/** The shown value of the newest period, one for each indicator and subject that has any. */
export async function latestObservations(db: SpaceDb, query: ObservationsAsked): Promise<ObservationValue[]> {
  const { rows } = await sql<ObservationValue>`
    select distinct on (o.indicator_id, o.subject_id) ${observationColumns} ${from} where ${asked(query)}
    order by o.indicator_id, o.subject_id, o.period_end desc, o.period_start desc, (o.id = ${chosenId}) desc nulls last, ${displayOrder}`.execute(db);
  return rows;
}

/** The shown value of every period, oldest first. */
export async function shownObservations(db: SpaceDb, query: ObservationsAsked): Promise<ObservationValue[]> {
  const { rows } = await sql<ObservationValue>`
    select * from (select distinct on (o.indicator_id, o.subject_id, o.period) ${observationColumns}, o.period_start ${from} where ${asked(query)}
      order by o.indicator_id, o.subject_id, o.period, (o.id = ${chosenId}) desc nulls last, ${displayOrder}) x order by "indicatorId", "subjectId", "periodEnd", period_start`.execute(db);
  return rows.map(({ period_start: _, ...row }: ObservationValue & { period_start?: unknown }) => row);
}

/** Whom an indicator has any value about, of one kind. */
export async function observedSubjects(db: SpaceDb, indicatorId: string, subjectKind: ObservedKind): Promise<string[]> {
  return (await sql<{ id: string }>`select distinct subject_id as id from observation where indicator_id = ${indicatorId}::uuid and subject_kind = ${subjectKind} and value is not null order by subject_id`.execute(db)).rows.map(({ id }) => id);
}

/** Everything that is held, vintages and conflicts side by side. */
export async function observationsOf(db: SpaceDb, query: ObservationsAsked): Promise<ObservationValue[]> {
  return (await sql<ObservationValue>`select ${observationColumns} ${from} where ${asked(query)} order by o.indicator_id, o.subject_id, o.period_end, o.period, ${displayOrder}`.execute(db)).rows;
}
