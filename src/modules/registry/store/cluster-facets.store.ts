import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/module/module.ts';
import type { ClusterFilter } from '../words/cluster.schema.ts';
import type { ClusterFacets } from '../words/structure.schema.ts';
import { clustersWhere, promotersOf, withoutBody } from './cluster-filter.ts';
import { memberReachOf } from './member-sql.ts';
import { recordsIn } from './scope-columns.ts';

const rowsOf = (columns: RawBuilder<unknown>, order: RawBuilder<unknown>, from: RawBuilder<unknown>) =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object(${columns}, 'count', n) order by n desc, ${order}), '[]') from (${from}) x)`;
const refs = (from: string) => rowsOf(sql`'id', id, 'name', name`, sql`id`, sql`select id, name, count(distinct hit) as n from ${sql.table(from)} group by id, name`);
/** Clusters by what their organisations in office answer; the column and the key of the answer. */
const answers = (column: string, key: string) => rowsOf(sql`${sql.lit(key)}, answer`, sql`answer`, sql`select ${sql.ref(column)} as answer, count(distinct hit) as n from promoter group by 1`);

/** Counts along every axis over the visible clusters of a filter. */
export async function countClusterFacetRows(context: Context, filter: ClusterFilter): Promise<ClusterFacets> {
  const reach = memberReachOf(context);
  const lists = context.scope('record.listed');
  const { rows } = await sql<ClusterFacets>`
    with hit as materialized (
      select cluster.space_id, cluster.id, cluster.state, cluster.level, cluster.industries from cluster where ${clustersWhere(context, filter)}
    ), stand as (
      select ct.cluster_id as hit, t.id as territory, t.ancestors from hit join cluster_territory ct on ct.space_id = hit.space_id and ct.cluster_id = hit.id and ct.scope = 'base' join territory t on t.id = ct.territory_id
    ), region as (
      select distinct g.id, g.name, stand.hit from stand join territory_group_member m on m.territory_id = stand.territory or m.territory_id = any (stand.ancestors) join territory_group g on g.id = m.group_id and g.kind = 'macroRegion'
    ), province as (
      select distinct p.id, p.name, stand.hit from stand join territory p on (p.id = stand.territory or p.id = any (stand.ancestors)) and p.level = 'province'
    ), field as (
      select i.id, i.name, hit.id as hit from hit cross join unnest(hit.industries) as own (id) join industry i on i.id = own.id where i.parent_id is null
    ), entry as (
      select distinct list.id, list.name, hit.id as hit from hit join list_entry le on le.space_id = hit.space_id and le.subject_id = hit.id::text
        join list on list.space_id = le.space_id and list.id = le.list_id and list.entry_kind = 'cluster' and list.archived_at is null where ${recordsIn(lists, 'list')}
    ), promoter as materialized (
      select cluster.id as hit, office.* from hit cluster cross join lateral (select co.legal_form, co.form, co.lead_kind, co.third_party, co.non_profit,
        array(select slot from unnest(array['decide', 'run', 'advise']) slot where ${withoutBody(sql`slot`)}) as empty_slots ${promotersOf(reach)}) office
    )
    select (select count(*)::int from hit) as total,
      (select count(*)::int from hit where not exists (select 1 from promoter where promoter.hit = hit.id)) as "withoutOrganisation",
      ${rowsOf(sql`'state', state`, sql`state`, sql`select state, count(*) as n from hit group by state`)} as "byState",
      ${rowsOf(sql`'level', level`, sql`level`, sql`select level, count(*) as n from hit group by level`)} as "byLevel",
      ${refs('region')} as "byRegion", ${refs('province')} as "byProvince", ${refs('field')} as "byIndustry", ${refs('entry')} as "byList",
      (select count(*)::int from (select hit from region group by hit having count(*) > 1) x) as "severalRegions",
      (select count(*)::int from (select hit from province group by hit having count(*) > 1) x) as "severalProvinces",
      (select count(*)::int from hit where not exists (select 1 from region where region.hit = hit.id)) as "withoutRegion",
      (select count(*)::int from hit where industries = '{}') as "withoutIndustry",
      (select coalesce(jsonb_agg(jsonb_build_object('one', jsonb_build_object('id', one, 'name', one_name), 'other', jsonb_build_object('id', other, 'name', other_name), 'both', n) order by n desc, one, other), '[]')
        from (select a.id as one, a.name as one_name, b.id as other, b.name as other_name, count(*) as n from entry a join entry b on b.hit = a.hit and a.id < b.id group by 1, 2, 3, 4) x) as "listPairs",
      ${answers('legal_form', 'legalForm')} as "byLegalForm", ${answers('form', 'form')} as "byForm", ${answers('lead_kind', 'leadKind')} as "byLeadKind",
      ${answers('third_party', 'thirdParty')} as "byThirdParty", ${answers('non_profit', 'nonProfit')} as "byNonProfit",
      ${rowsOf(sql`'slot', slot`, sql`slot`, sql`select slot, count(distinct hit) as n from promoter cross join unnest(empty_slots) slot group by slot`)} as "byEmptySlot"`.execute(context.db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate always answers one row');
  return row;
}
