import { sql, type RawBuilder } from 'kysely';
import { clustersIn, organisationsIn, placesIn } from '#modules/registry/index.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { validIds } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { MissingKind, Observation, ObservedKind } from '../words/observation.schema.ts';
import { chosenId, displayOrder, usableFor } from './observation-sql.ts';
import { readableFor } from './reader.ts';

/** A value as other rooms compute with it, with everything by which two values can be told to be of one kind. */
export interface ReadableValue {
  id: string;
  indicatorId: string;
  subjectId: string;
  period: string;
  operator: Observation['operator'];
  value: string | null;
  unit: string | null;
  missing: MissingKind | null;
  basis: Observation['basis'];
  scopeNote: string | null;
  vintage: string | null;
  source: string | null;
  sample: boolean;
}

export interface ValuesAsked {
  indicatorIds: readonly string[];
  subjectKind: ObservedKind;
  subjectIds: readonly string[];
  /** Only this period; else the newest of each subject. */
  period: string | null;
  /** Only this release; else what is shown by the rule. */
  vintageId: string | null;
}

/** The shown value of each indicator and subject, of those that the reader's screens may show. */
export async function readableValues(context: Context, asked: ValuesAsked): Promise<ReadableValue[]> {
  const { rows } = await sql<ReadableValue>`
    select distinct on (o.indicator_id, o.subject_id) o.id, o.indicator_id as "indicatorId", o.subject_id as "subjectId", o.period, o.operator, trim_scale(o.value)::text as value, o.unit, o.missing, o.basis, o.scope_note as "scopeNote",
      v.title as vintage, s.title as source, o.sample
    from observation o left join source s on s.space_id = o.space_id and s.id = o.source_id left join vintage v on v.space_id = o.space_id and v.id = o.vintage_id
    where o.indicator_id = any (${[...asked.indicatorIds]}::uuid[]) and o.subject_kind = ${asked.subjectKind} and o.subject_id = any (${[...asked.subjectIds]}::text[])
      and (${asked.period}::text is null or o.period = ${asked.period}) and (${asked.vintageId}::uuid is null or o.vintage_id = ${asked.vintageId}::uuid) and ${readableFor(context)}
    order by o.indicator_id, o.subject_id, o.period_end desc, o.period_start desc, (o.id = ${chosenId}) desc nulls last, ${displayOrder}`.execute(context.db);
  return rows;
}

/** Of these observations, how many there still are, and how many of them the reader's screens may show. */
export async function countReadable(context: Context, ids: readonly string[]): Promise<{ standing: number; readable: number }> {
  const { rows } = await sql<{ standing: number; readable: number }>`select count(*)::int as standing, (count(*) filter (where ${readableFor(context)}))::int as readable from observation o where o.id = any (${[...ids]}::uuid[])`.execute(context.db);
  return rows[0] ?? { standing: 0, readable: 0 };
}

/** Of these observations, how many are open to everybody and released for publication. */
export async function countReleased(context: Context, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from observation o where o.id = any (${[...ids]}::uuid[]) and o.visibility = 'open' and ${usableFor('publication')}`.execute(context.db);
  return rows[0]?.count ?? 0;
}

export interface ReadableSubject {
  id: string;
  name: Name;
  code: string | null;
}

/** Records by their ids, of those that the reader may see; a territory that was followed by another keeps its own id. */
export async function readableSubjects(context: Context, kind: ObservedKind, ids: readonly string[]): Promise<ReadableSubject[]> {
  const codes: Record<ObservedKind, RawBuilder<unknown>> = { territory: sql`r.id`, area: sql`r.code`, organisation: sql`r.uscc`, cluster: sql`null::text`, place: sql`null::text` };
  const scopes: Record<ObservedKind, RawBuilder<boolean>> = {
    territory: sql<boolean>`true`,
    area: sql<boolean>`true`,
    organisation: organisationsIn(context.scope('organisation.read'), 'r'),
    cluster: clustersIn(context.scope('cluster.read'), 'r'),
    place: placesIn(context.scope('place.read'), 'r'),
  };
  const wanted = kind === 'territory' ? sql`r.id = any (${[...ids]}::text[])` : sql`r.id = any (${validIds(ids)}::uuid[])`;
  return (await sql<ReadableSubject>`select r.id::text as id, r.name, ${codes[kind]} as code from ${sql.table(kind)} r where ${wanted} and ${scopes[kind]}`.execute(context.db)).rows;
}
