import { sql, type RawBuilder } from 'kysely';
import { isEmptyScope, type Scope } from '#platform/auth/permission.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { SubjectKind } from '../words/record.schema.ts';
import { contradict, type Claim } from '../words/statement.rules.ts';
import { clustersIn, organisationsIn, placesIn } from './scope-columns.ts';

/** A scope without the rows that are merely open: what a person keeps, not what they may look at. */
const kept = (scope: Scope): Scope => ({ ...scope, open: false });

export interface Dispute {
  subjectKind: SubjectKind;
  subjectId: string;
  name: Name;
  attribute: Name;
  period: string | null;
  sources: number;
}

interface Group {
  subjectKind: SubjectKind;
  subjectId: string;
  name: Name;
  attribute: Name;
  period: string | null;
  claims: (Omit<Claim, 'attributeKey' | 'period'>)[];
}

/** Attributes of kept records on which sources disagree and nobody has decided yet; the oldest disagreement first. */
export async function openDisputes(context: Context, most: number): Promise<Dispute[]> {
  const scope = kept(context.scope('statement.choose'));
  if (isEmptyScope(scope)) return [];
  const subject = (kind: SubjectKind, from: RawBuilder<unknown>, where: RawBuilder<boolean>) => sql`select ${kind}::text as kind, s.id::text as id, s.name ${from} where s.archived_at is null and ${where}`;
  const { rows } = await sql<Group>`
    with subject as (
      ${subject('organisation', sql`from organisation s`, organisationsIn(scope, 's'))} union all
      ${subject('cluster', sql`from cluster s`, clustersIn(scope, 's'))} union all
      ${subject('place', sql`from place s`, placesIn(scope, 's'))}
    )
    select subject.kind as "subjectKind", subject.id as "subjectId", subject.name, attribute.name as attribute, statement.period,
      jsonb_agg(jsonb_build_object('id', statement.id, 'operator', statement.operator, 'value', statement.value_text, 'text', statement.text, 'unit', coalesce(statement.unit, attribute.unit),
        'sourceKind', 'other', 'publishedOn', null, 'enteredAt', '')) as claims
    from statement join subject on subject.kind = statement.subject_kind and subject.id = statement.subject_id join attribute on attribute.space_id = statement.space_id and attribute.key = statement.attribute_key
    where not exists (select 1 from statement_choice c where c.subject_kind = statement.subject_kind and c.subject_id = statement.subject_id and c.attribute_key = statement.attribute_key and c.period = coalesce(statement.period, ''))
    group by subject.kind, subject.id, subject.name, attribute.key, attribute.name, statement.period
    having count(*) > 1 order by max(statement.entered_at) limit 200`.execute(context.db);
  return rows
    .filter(({ claims }) => claims.some((one, at) => claims.slice(at + 1).some((other) => contradict({ ...one, attributeKey: '', period: null }, { ...other, attributeKey: '', period: null }))))
    .slice(0, most)
    .map(({ claims, ...rest }) => ({ ...rest, sources: claims.length }));
}

export interface ClusterGap {
  id: string;
  name: Name;
  count: number;
}

/** Kept clusters with members, visible to this reader, whose place nobody knows. */
export async function clustersWithUnplacedMembers(context: Context, most: number): Promise<ClusterGap[]> {
  const scope = kept(context.scope('cluster.update'));
  if (isEmptyScope(scope)) return [];
  const { rows } = await sql<ClusterGap>`
    select cluster.id, cluster.name, count(*)::int as count from cluster join membership m on m.space_id = cluster.space_id and m.cluster_id = cluster.id
      join organisation o on o.space_id = m.space_id and o.id = m.organisation_id
    where cluster.archived_at is null and o.archived_at is null and o.state <> 'merged' and o.territory_id is null and m.until is null
      and ${clustersIn(scope)} and ${organisationsIn(context.scope('organisation.read'), 'o')}
    group by cluster.id, cluster.name order by count(*) desc, cluster.id limit ${most}`.execute(context.db);
  return rows;
}

/** Kept clusters for which no organisation has the main role. */
export async function countWithoutMain(context: Context): Promise<number> {
  const scope = kept(context.scope('cluster.update'));
  if (isEmptyScope(scope)) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from cluster where archived_at is null and state = 'active' and ${clustersIn(scope)}
      and not exists (select 1 from cluster_organisation co where co.space_id = cluster.space_id and co.cluster_id = cluster.id and co.until is null)`.execute(context.db);
  return rows[0]?.count ?? 0;
}

/** Kept organisations with a site whose pin lies outside of the territory it claims. */
export async function countPinsOutside(context: Context): Promise<number> {
  const scope = kept(context.scope('organisation.update'));
  if (isEmptyScope(scope)) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from organisation where archived_at is null and state <> 'merged' and ${organisationsIn(scope)}
      and exists (select 1 from organisation_site site where site.space_id = organisation.space_id and site.organisation_id = organisation.id and site.pin_verdict = 'outside')`.execute(context.db);
  return rows[0]?.count ?? 0;
}
