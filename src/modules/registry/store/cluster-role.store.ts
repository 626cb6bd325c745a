import { sql } from 'kysely';
import { refOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { ClusterRole } from '../words/structure.schema.ts';
import { clustersIn, organisationsIn } from './scope-columns.ts';

/** What an organisation is to the clusters this reader may see: what it promotes, carries, supervises, and where it sits. */
export async function listClusterRoleRows(context: Context, organisationId: string): Promise<ClusterRole[]> {
  const me = sql`${organisationId}::uuid`;
  const { rows } = await sql<ClusterRole>`
    with held as (
      select co.id::text || ' ' || part.role as id, part.role, co.id as relation, null::uuid as body, null::text as post, co.since, co.until
        from cluster_organisation co cross join lateral (values (co.role, co.organisation_id), ('host', co.host_id), ('operator', co.operator_id), ('alliance', co.alliance_id), ('supervisor', co.supervisor_id)) part (role, holder)
        where part.holder = ${me}
      union all
      select sub.id::text, 'subOrganisation', sub.cluster_organisation_id, null, null, null, null from sub_organisation sub where sub.organisation_id = ${me}
      union all
      select seat.id::text, 'seat', body.cluster_organisation_id, body.id, seat.post, seat.since, seat.until from seat join body on body.space_id = seat.space_id and body.id = seat.body_id where seat.organisation_id = ${me}
    )
    select held.id, held.role, ${refOf('cluster')} as cluster, case when promoter.id = ${me} then null else ${refOf('promoter')} end as at,
      case when body.id is null then null else jsonb_build_object('slot', body.slot, 'name', body.name) end as body, held.post, held.since, held.until
    from held join cluster_organisation co on co.id = held.relation join cluster on cluster.space_id = co.space_id and cluster.id = co.cluster_id and cluster.archived_at is null
      join organisation promoter on promoter.space_id = co.space_id and promoter.id = co.organisation_id left join body on body.id = held.body
    where ${clustersIn(context.scope('cluster.read'))} and ${organisationsIn(context.scope('organisation.read'), 'promoter')}
    order by held.until is not null, cluster.sort_name, array_position(array['main', 'other', 'host', 'operator', 'alliance', 'supervisor', 'subOrganisation', 'seat'], held.role), held.id`.execute(context.db);
  return rows;
}
