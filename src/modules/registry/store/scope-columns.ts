import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { scopeSql } from '#platform/auth/scope-sql.ts';

type Condition = RawBuilder<boolean>;
const column = (alias: string, name: string): RawBuilder<string> => sql.ref<string>(`${alias}.${name}`);

/** Memberships (alias) that have not ended; an ended one carries no rights. */
export const lasting = (alias: string): Condition => sql<boolean>`(${column(alias, 'until')} is null or ${column(alias, 'until')} >= current_date)`;
/** Memberships (alias) that carry a cluster's rights over to the member: made by someone who held those rights already. */
export const carrying = (alias: string): Condition => sql<boolean>`(${column(alias, 'granting')} and ${lasting(alias)})`;

/** Organisations (alias) that a scope reaches: by place, by a cluster they are members of, or themselves. */
export function organisationsIn(scope: Scope, alias = 'organisation'): Condition {
  return scopeSql(scope, {
    visibility: column(alias, 'visibility'),
    territories: column(alias, 'territories'),
    clusters: (ids) => sql<boolean>`exists (select 1 from membership reach where reach.organisation_id = ${column(alias, 'id')} and reach.cluster_id = any (${ids}::uuid[]) and ${carrying('reach')})`,
    organisations: (ids) => sql<boolean>`${column(alias, 'id')} = any (${ids}::uuid[])`,
  });
}

/** Clusters (alias) that a scope reaches: by place, themselves, or through an organisation that is a member. */
export function clustersIn(scope: Scope, alias = 'cluster'): Condition {
  return scopeSql(scope, {
    visibility: column(alias, 'visibility'),
    territories: column(alias, 'territories'),
    clusters: (ids) => sql<boolean>`${column(alias, 'id')} = any (${ids}::uuid[])`,
    organisations: (ids) => sql<boolean>`exists (select 1 from membership reach where reach.cluster_id = ${column(alias, 'id')} and reach.organisation_id = any (${ids}::uuid[]) and ${lasting('reach')})`,
  });
}

/** Places (alias) that a scope reaches: by territory, by a cluster they serve, or by the organisation that operates them. */
export function placesIn(scope: Scope, alias = 'place'): Condition {
  return scopeSql(scope, {
    visibility: column(alias, 'visibility'),
    territories: column(alias, 'territories'),
    clusters: (ids) => sql<boolean>`exists (select 1 from place_cluster reach where reach.place_id = ${column(alias, 'id')} and reach.cluster_id = any (${ids}::uuid[]))`,
    organisations: (ids) => sql<boolean>`${column(alias, 'operator_id')} = any (${ids}::uuid[])`,
  });
}

/** Lists and programmes belong to the whole space: only their visibility decides. */
export function recordsIn(scope: Scope, alias: 'list' | 'programme'): Condition {
  return scopeSql(scope, { visibility: column(alias, 'visibility') });
}
