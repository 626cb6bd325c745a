import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { isoTime } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { SubjectKind } from '../words/record.schema.ts';
import { displayOf, type Claim } from '../words/statement.rules.ts';
import { clustersIn, organisationsIn, placesIn } from './scope-columns.ts';

export interface SourceConflict {
  subjectKind: SubjectKind;
  subjectId: string;
  name: Name;
  attribute: Name;
  period: string | null;
  /** What this source says stands on screens, by rule or by decision. */
  shown: boolean;
}
export interface SourceStatements {
  /** Statements that cite the source and that this reader may see. */
  total: number;
  /** Records that they are about. */
  records: number;
  latestPeriod: string | null;
  latestEnteredAt: string | null;
  /** Those that another source contradicts. */
  conflicts: SourceConflict[];
}
const mostGroups = 5000;
type Group = Omit<SourceConflict, 'shown'> & { claims: (Claim & { own: boolean })[]; choiceId: string | null };

/** What rests on a source, and where another one says something else; only of records that the reader may see. */
export async function statementsOfSource(context: Context, sourceId: string): Promise<SourceStatements> {
  const subject = (kind: 'organisation' | 'cluster' | 'place', within: (scope: Scope, alias: string) => RawBuilder<boolean>) => {
    const scope = context.scope(`${kind}.read`);
    return sql`select ${kind}::text as kind, s.id::text as id, s.name, ${within({ ...scope, open: false }, 's')} as kept from ${sql.table(kind)} s where s.archived_at is null and ${within(scope, 's')}`;
  };
  const subjects = sql`subject as (${subject('organisation', organisationsIn)} union all ${subject('cluster', clustersIn)} union all ${subject('place', placesIn)})`;
  const seen = sql`subject.kind = statement.subject_kind and subject.id = statement.subject_id and (statement.visibility = 'open' or subject.kept)`;
  const totals = await sql<Pick<SourceStatements, 'total' | 'records' | 'latestPeriod' | 'latestEnteredAt'>>`
    with ${subjects} select count(*)::int as total, count(distinct (statement.subject_kind, statement.subject_id))::int as records, max(statement.period) as "latestPeriod",
      ${isoTime(sql`max(statement.entered_at)`)} as "latestEnteredAt"
    from statement join subject on ${seen} where statement.source_id = ${sourceId}::uuid`.execute(context.db);
  const { rows } = await sql<Group>`
    with ${subjects}, told as (
      select distinct subject_kind, subject_id, attribute_key, coalesce(period, '') as period from statement where source_id = ${sourceId}::uuid)
    select subject.kind as "subjectKind", subject.id as "subjectId", subject.name, attribute.name as attribute, nullif(told.period, '') as period,
      (select c.statement_id::text from statement_choice c where c.subject_kind = subject.kind and c.subject_id = subject.id and c.attribute_key = attribute.key and c.period = told.period order by c.chosen_at desc, c.id desc limit 1) as "choiceId",
      jsonb_agg(jsonb_build_object('id', statement.id, 'attributeKey', attribute.key, 'period', statement.period, 'operator', statement.operator, 'value', statement.value_text, 'text', statement.text,
        'unit', coalesce(statement.unit, attribute.unit), 'sourceKind', source.kind, 'publishedOn', source.published_on, 'enteredAt', statement.entered_at, 'own', statement.source_id = ${sourceId}::uuid)) as claims
    from told join statement on statement.subject_kind = told.subject_kind and statement.subject_id = told.subject_id and statement.attribute_key = told.attribute_key and coalesce(statement.period, '') = told.period
      join subject on ${seen} join attribute on attribute.space_id = statement.space_id and attribute.key = statement.attribute_key
      join source on source.space_id = statement.space_id and source.id = statement.source_id
    group by subject.kind, subject.id, subject.name, attribute.key, attribute.name, told.period having count(*) > 1 order by max(statement.entered_at) desc limit ${mostGroups}`.execute(context.db);
  const conflicts = rows.flatMap(({ claims, choiceId, ...group }) => {
    const display = displayOf(claims, choiceId === null ? [] : [{ attributeKey: claims[0]?.attributeKey ?? '', period: group.period, statementId: choiceId }]);
    const disputed = claims.filter((claim) => claim.own && display.get(claim.id)?.disputed);
    return disputed.length === 0 ? [] : [{ ...group, shown: disputed.some((claim) => display.get(claim.id)?.shown !== 'other') }];
  });
  const none = { total: 0, records: 0, latestPeriod: null, latestEnteredAt: null };
  return { ...(totals.rows[0] ?? none), conflicts };
}
