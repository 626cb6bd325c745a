import { sql, type RawBuilder } from 'kysely';
import { clustersIn, organisationsIn, placesIn } from '#modules/registry/index.ts';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { scopeSql } from '#platform/auth/scope-sql.ts';
import { isoTime } from '#platform/db/row-sql.ts';
import { sourceKindOrder } from '../words/observation.rules.ts';
import type { Use } from '../words/observation.schema.ts';

type Condition = RawBuilder<boolean>;

/** `mayUse` as a condition on observations (alias `o`); the two readings are held equal by a test. */
export function usableFor(use: Use): Condition {
  return use === 'own' || use === 'statistics' ? sql<boolean>`true` : sql<boolean>`(o.basis <> 'statisticalSurvey' or ${use} = any (o.released_for))`;
}

/** `compareCandidates` as an order of observations (alias `o`, source `s`, vintage `v`). */
export const displayOrder = sql`(o.value is not null) desc, coalesce(array_position(${[...sourceKindOrder]}::text[], s.kind), 1000), v.released_on desc nulls last, o.origin_row desc, o.entered_at desc, o.id desc`;

const idOf = (kind: string) => sql`(case when o.subject_kind = ${kind} then o.subject_id::uuid end)`;

/** Observations (alias `o`) that a scope reaches: open ones, and those whose subject lies inside it. */
export function observationsIn(scope: Scope): Condition {
  if (scope.everything) return sql<boolean>`true`;
  const within = { ...scope, open: false };
  const territories = scopeSql(within, { territories: sql`t.ancestors` });
  return sql<boolean>`(${scope.open ? sql`o.visibility = 'open'` : sql`false`}
    or (o.subject_kind = 'organisation' and exists (select 1 from organisation r where r.id = ${idOf('organisation')} and ${organisationsIn(within, 'r')}))
    or (o.subject_kind = 'cluster' and exists (select 1 from cluster r where r.id = ${idOf('cluster')} and ${clustersIn(within, 'r')}))
    or (o.subject_kind = 'place' and exists (select 1 from place r where r.id = ${idOf('place')} and ${placesIn(within, 'r')}))
    or (o.subject_kind = 'territory' and exists (select 1 from territory t where t.id = o.subject_id and ${territories}))
    or (o.subject_kind = 'area' and exists (select 1 from area a join territory t on t.id = a.territory_id where a.id = ${idOf('area')} and ${territories})))`;
}

/** What a reader's screens may show: reachable, its subject readable, and usable as `mayUse` says. */
export function readableObservations(scopes: { read: Scope; survey: Scope; organisations: Scope; clusters: Scope; places: Scope }): Condition {
  return sql<boolean>`(${observationsIn(scopes.read)} and (${usableFor('otherScreens')} or ${observationsIn({ ...scopes.survey, open: false })}) and ${subjectReadable(scopes)})`;
}

/** An open value about a record that the reader may not see would tell of the record. */
function subjectReadable({ organisations, clusters, places }: { organisations: Scope; clusters: Scope; places: Scope }): Condition {
  return sql<boolean>`(case o.subject_kind
    when 'organisation' then exists (select 1 from organisation r where r.id = ${idOf('organisation')} and ${organisationsIn(organisations, 'r')})
    when 'cluster' then exists (select 1 from cluster r where r.id = ${idOf('cluster')} and ${clustersIn(clusters, 'r')})
    when 'place' then exists (select 1 from place r where r.id = ${idOf('place')} and ${placesIn(places, 'r')})
    else true end)`;
}

export const observationColumns = sql`o.id, o.indicator_id as "indicatorId", o.subject_kind as "subjectKind", o.subject_id as "subjectId", o.period, to_char(o.period_end, 'YYYY-MM-DD') as "periodEnd", o.vintage_id as "vintageId",
  o.operator, trim_scale(o.value)::text as value, o.value_text as "valueText", o.unit, o.missing, o.flags, o.scope_note as "scopeNote", o.source_id as "sourceId", o.basis, o.released_for as "releasedFor", o.visibility, o.sample,
  o.origin, o.origin_id as "originId", o.origin_row as "originRow", o.statement_id as "statementId", ${isoTime('o.entered_at')} as "enteredAt"`;

/** The decision in force for an observation's period, as the id that was chosen. */
export const chosenId = sql`(select c.observation_id from observation_choice c where c.space_id = o.space_id and c.indicator_id = o.indicator_id and c.subject_kind = o.subject_kind
  and c.subject_id = o.subject_id and c.period = o.period order by c.chosen_at desc, c.id desc limit 1)`;
