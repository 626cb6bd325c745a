import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage } from '#platform/db/page.ts';
import { allOf, refOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { CodeSystem, IndustrySummary, industryListQuery, industrySchema, RecordCounts, Territory, territoryListQuery, TerritorySummary } from '../words/territory.schema.ts';
import { clustersIn, organisationsIn, placesIn } from './scope-columns.ts';
import { nameHolds, when } from './search-sql.ts';

const columns = sql`territory.id, territory.name, territory.code, territory.code_system_id as "codeSystemId", territory.level, territory.romanised, ${refOf('parent')} as parent,
  territory.valid_from as "validFrom", territory.valid_until as "validUntil"`;
const from = sql`from territory left join territory parent on parent.id = territory.parent_id`;

/** Generated places are offered in the sample space only. */
const belongsHere = (codeSystem: string): RawBuilder<boolean> =>
  sql<boolean>`(not exists (select from code_system s where s.id = ${sql.ref(codeSystem)} and s.sample) or exists (select from space where space.id = current_space() and space.kind = 'sample'))`;

export async function listTerritoryRows(context: Context, query: z.output<typeof territoryListQuery>): Promise<Page<TerritorySummary> | null> {
  // Wide territories before narrow ones, then in the order of their codes.
  const page = keyset({ code: { expression: sql`lpad(cardinality(territory.ancestors)::text, 3, '0') || territory.code`, type: 'text' } }, 'code', query.cursor, sql`territory.id`);
  if (!page) return null;
  const where = allOf([
    belongsHere('territory.code_system_id'),
    nameHolds('territory', query.q),
    ...when(query.parentId, (id) => sql<boolean>`territory.parent_id = ${id}`),
    ...when(query.within, (id) => sql<boolean>`territory.ancestors @> array[${id}]::text[] and territory.id <> ${id}`),
    ...when(query.level, (level) => sql<boolean>`territory.level = ${level}`),
    ...(query.superseded === 'true' ? [] : [sql<boolean>`territory.successor_id is null and territory.valid_until is null`]),
  ]);
  const { rows } = await sql<TerritorySummary & { cursor_value: string }>`
    select ${columns}, ${page.cursorValue} as cursor_value ${from} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from territory where ${where}`.execute(context.db);
  return toPage(rows, query.limit, 'code', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export type TerritoryRow = Omit<Territory, 'path' | 'counts' | 'children'>;

export async function findTerritory(context: Context, id: string): Promise<TerritoryRow | null> {
  const { rows } = await sql<TerritoryRow>`
    select ${columns}, territory.longitude::float8 as longitude, territory.latitude::float8 as latitude,
      (select ${refOf('successor')} from territory successor where successor.id = territory.successor_id) as successor,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.id), '[]') from territory_group g
        where exists (select 1 from territory_group_member m where m.group_id = g.id and m.territory_id = any (territory.ancestors))) as groups
    ${from} where territory.id = ${id}`.execute(context.db);
  return rows[0] ?? null;
}

export async function childrenOf(context: Context, id: string): Promise<Pick<Territory['children'][number], 'id' | 'name' | 'code' | 'level'>[]> {
  const { rows } = await sql<Pick<Territory['children'][number], 'id' | 'name' | 'code' | 'level'>>`
    select id, name, code, level from territory where parent_id = ${id} and successor_id is null and valid_until is null order by code`.execute(context.db);
  return rows;
}

const counted = (table: 'organisation' | 'cluster' | 'place', reach: RawBuilder<boolean>, ids: readonly string[]) => sql`
  select own.id, count(*)::int as count from ${sql.table(table)} cross join unnest(territories) as own (id)
  where territories && ${ids}::text[] and own.id = any (${ids}::text[]) and archived_at is null ${table === 'organisation' ? sql`and state <> 'merged'` : sql``} and ${reach} group by own.id`;

/** Records the reader may see in each territory or below it; territories without any are in the map with zeros. */
export async function countRecords(context: Context, ids: readonly string[]): Promise<Map<string, RecordCounts>> {
  const { rows } = await sql<RecordCounts & { id: string }>`
    with o as (${counted('organisation', organisationsIn(context.scope('organisation.read')), ids)}),
      c as (${counted('cluster', clustersIn(context.scope('cluster.read')), ids)}),
      p as (${counted('place', placesIn(context.scope('place.read')), ids)})
    select given.id, coalesce(o.count, 0) as organisations, coalesce(c.count, 0) as clusters, coalesce(p.count, 0) as places
    from unnest(${ids}::text[]) as given (id) left join o on o.id = given.id left join c on c.id = given.id left join p on p.id = given.id`.execute(context.db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

const industryColumns = sql`industry.id, industry.name, industry.code, industry.code_system_id as "codeSystemId", industry.level, industry.parent_id as "parentId",
  (select count(*)::int from industry below where below.parent_id = industry.id) as "childCount"`;

export async function listIndustryRows(context: Context, query: z.output<typeof industryListQuery>): Promise<Page<IndustrySummary> | null> {
  const page = keyset({ code: { expression: sql`industry.code_system_id || ' ' || industry.code`, type: 'text' } }, 'code', query.cursor, sql`industry.id`);
  if (!page) return null;
  const where = allOf([
    nameHolds('industry', query.q),
    ...when(query.codeSystemId, (id) => sql<boolean>`industry.code_system_id = ${id}`),
    ...when(query.parentId, (id) => sql<boolean>`industry.parent_id = ${id}`),
    ...(query.top === 'true' ? [sql<boolean>`industry.parent_id is null`] : []),
  ]);
  const { rows } = await sql<IndustrySummary & { cursor_value: string }>`
    select ${industryColumns}, ${page.cursorValue} as cursor_value from industry where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from industry where ${where}`.execute(context.db);
  return toPage(rows, query.limit, 'code', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

type FoundIndustry = z.output<typeof industrySchema>;

export async function findIndustry(context: Context, id: string): Promise<FoundIndustry | null> {
  const { rows } = await sql<FoundIndustry>`
    select ${industryColumns},
      (select jsonb_agg(jsonb_build_object('id', above.id, 'name', above.name) order by cardinality(above.ancestors), above.id) from industry above where above.id = any (industry.ancestors)) as path,
      (select coalesce(jsonb_agg(jsonb_build_object('id', child.id, 'name', child.name, 'code', child.code, 'codeSystemId', child.code_system_id, 'level', child.level, 'parentId', child.parent_id,
        'childCount', (select count(*) from industry below where below.parent_id = child.id)) order by child.code), '[]') from industry child where child.parent_id = industry.id) as children,
      (select coalesce(jsonb_agg(jsonb_build_object('industry', jsonb_build_object('id', other.id, 'name', other.name, 'code', other.code, 'codeSystemId', other.code_system_id),
        'relation', m.relation, 'source', m.source) order by other.id), '[]')
        from (select to_id as id, relation, source from industry_mapping where from_id = industry.id
          union select from_id, case relation when 'broader' then 'narrower' when 'narrower' then 'broader' else relation end, source from industry_mapping where to_id = industry.id) m
        join industry other on other.id = m.id) as mappings
    from industry where industry.id = ${id}`.execute(context.db);
  return rows[0] ?? null;
}

export async function listCodeSystemRows(context: Context): Promise<CodeSystem[]> {
  const { rows } = await sql<CodeSystem>`
    select id, kind, name, issuer, edition, source, valid_from as "validFrom", valid_until as "validUntil", sample,
      case kind when 'territory' then (select count(*)::int from territory where code_system_id = code_system.id) else (select count(*)::int from industry where code_system_id = code_system.id) end as "entryCount"
    from code_system where ${belongsHere('code_system.id')} order by kind, id`.execute(context.db);
  return rows;
}
