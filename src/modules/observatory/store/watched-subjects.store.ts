import { sql, type RawBuilder } from 'kysely';
import { clustersIn, clusterSubject, organisationsIn, organisationSubject, placesIn, placeSubject, territorySubject } from '#modules/registry/index.ts';
import type { Scope, ScopeFacts } from '#platform/auth/permission.rules.ts';
import { scopeSql } from '#platform/auth/scope-sql.ts';
import { validIds } from '#platform/db/row-sql.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { WatchedKind } from '../words/alarm-rule.schema.ts';
import { waitingStates } from '../words/warning.rules.ts';

const idOf = (kind: string) => sql`(case when o.subject_kind = ${kind} then o.subject_id::uuid end)`;

/** What rights look at, of the records and areas that warnings are about. */
export async function subjectFacts(db: SpaceDb, kind: WatchedKind, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  if (kind === 'area') return areaFacts(db, ids);
  const loaders = { territory: territorySubject, cluster: clusterSubject, organisation: organisationSubject, place: placeSubject };
  return loaders[kind].byIds(db, ids);
}

async function areaFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<{ id: string; territories: string[] | null }>`select area.id::text as id, t.ancestors as territories from area left join territory t on t.id = area.territory_id where area.id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, territories }) => [id, { visibility: 'open', territories: territories ?? [], clusters: [], organisations: [] }]));
}

/** Warnings (alias `o`) that nobody has dealt with. */
export const isWaiting = sql<boolean>`o.state = any (${waitingStates}::text[])`;

/** Warnings (alias `o`) that a scope reaches: the second reading of the facts of a warning. */
export function warningsIn(scope: Scope): RawBuilder<boolean> {
  const within = { ...scope, open: false };
  const territories = scopeSql(within, { territories: sql`t.ancestors` });
  const isOpen = sql`(o.visibility = 'open' and coalesce(so.visibility, sc.visibility, sp.visibility, 'open') = 'open')`;
  return sql<boolean>`(coalesce(so.id::text, sc.id::text, sp.id::text, sa.id::text, st.id) is not null and (${scope.everything ? sql`true` : sql`false`} or ${scope.open ? isOpen : sql`false`}
    or (o.subject_kind = 'organisation' and exists (select 1 from organisation r where r.id = ${idOf('organisation')} and ${organisationsIn(within, 'r')}))
    or (o.subject_kind = 'cluster' and exists (select 1 from cluster r where r.id = ${idOf('cluster')} and ${clustersIn(within, 'r')}))
    or (o.subject_kind = 'place' and exists (select 1 from place r where r.id = ${idOf('place')} and ${placesIn(within, 'r')}))
    or (o.subject_kind = 'territory' and exists (select 1 from territory t where t.id = o.subject_id and ${territories}))
    or (o.subject_kind = 'area' and exists (select 1 from area a join territory t on t.id = a.territory_id where a.id = ${idOf('area')} and ${territories}))))`;
}

export const subjectJoins = sql`left join organisation so on so.space_id = o.space_id and so.id = ${idOf('organisation')} left join cluster sc on sc.space_id = o.space_id and sc.id = ${idOf('cluster')}
  left join place sp on sp.space_id = o.space_id and sp.id = ${idOf('place')} left join area sa on sa.space_id = o.space_id and sa.id = ${idOf('area')} left join territory st on o.subject_kind = 'territory' and st.id = o.subject_id`;
export const subjectName = sql`coalesce(so.name, sc.name, sp.name, sa.name, st.name, '{}'::jsonb)`;
