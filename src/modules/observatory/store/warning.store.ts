import { sql } from 'kysely';
import type { z } from 'zod';
import { indicatorsIn } from '#modules/indicator/index.ts';
import { actedName } from '#platform/auth/acted-name.ts';
import type { Scope, ScopeFacts, Visibility } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { allOf, anywhere, asJson, isoTime, validIds } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { WatchedKind } from '../words/alarm-rule.schema.ts';
import { severities, type Severity, type WarningState, type WarningVerb } from '../words/warning.rules.ts';
import type { Warning, WarningCount, warningCountQuery, WarningEvidence, warningListQuery, WarningSummary } from '../words/warning.schema.ts';
import { isWaiting, subjectFacts, subjectJoins, subjectName, warningsIn } from './watched-subjects.store.ts';

const from = sql`from warning o join alarm_rule rule on rule.space_id = o.space_id and rule.id = o.rule_id join alarm_rule_edition edition on edition.space_id = o.space_id and edition.id = o.edition_id
  join indicator on indicator.space_id = o.space_id and indicator.id = rule.indicator_id ${subjectJoins}`;
const columns = sql`o.id, edition.content -> 'title' as title, o.severity, o.state, o.subject_kind as "subjectKind", jsonb_build_object('id', o.subject_id, 'name', ${subjectName}) as subject,
  case o.subject_kind when 'area' then null when 'territory' then '/territories/' || o.subject_id else '/' || o.subject_kind || 's/' || o.subject_id end as "subjectHref",
  jsonb_build_object('id', indicator.id, 'name', indicator.name) as indicator, o.period, o.evidence ->> 'value' as value, o.evidence ->> 'unit' as unit, o.rule_id as "ruleId", edition.number as "editionNumber", edition.product_default as "productDefault",
  o.sample, ${isoTime('o.raised_at')} as "raisedAt"`;

const readable = (context: Context, scope: Scope) => allOf([warningsIn(scope), indicatorsIn(context.scope('indicator.read'))]);

function narrowed(context: Context, query: Partial<z.output<typeof warningListQuery>>) {
  return allOf([
    readable(context, context.scope('warning.read')),
    ...(query.q === undefined ? [] : [sql<boolean>`(${subjectName}::text || (edition.content -> 'title')::text || indicator.name::text) ilike ${anywhere(query.q)}`]),
    ...(query.state === undefined ? [] : [query.state === 'waiting' ? isWaiting : sql<boolean>`o.state = ${query.state}`]),
    ...(query.severity === undefined ? [] : [sql<boolean>`o.severity = ${query.severity}`]),
    ...(query.subjectKind === undefined ? [] : [sql<boolean>`o.subject_kind = ${query.subjectKind}`]),
    ...(query.subjectId === undefined ? [] : [sql<boolean>`o.subject_id = ${query.subjectId}`]),
    ...(query.indicatorId === undefined ? [] : [sql<boolean>`rule.indicator_id = ${query.indicatorId}::uuid`]),
    ...(query.ruleId === undefined ? [] : [sql<boolean>`o.rule_id = ${query.ruleId}::uuid`]),
  ]);
}

/** Null for a cursor this list did not make. */
export async function listWarningRows(context: Context, query: z.output<typeof warningListQuery>): Promise<Page<WarningSummary> | null> {
  const page = keyset({ raisedAt: { expression: sql`o.raised_at`, type: 'timestamptz' } }, query.sort, query.cursor, sql`o.id`);
  if (!page) return null;
  const where = narrowed(context, query);
  const { rows } = await sql<WarningSummary & { cursor_value: string }>`select ${columns}, ${page.cursorValue} as cursor_value ${from} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${from} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function countWarningRows(context: Context, query: z.output<typeof warningCountQuery>): Promise<WarningCount> {
  const where = narrowed(context, query);
  const byState = await sql<WarningCount['byState'][number]>`select o.state, count(*)::int as count ${from} where ${where} group by o.state order by o.state`.execute(context.db);
  const bySeverity = await sql<WarningCount['waiting'][number]>`select o.severity, count(*)::int as count ${from} where ${where} and ${isWaiting} group by o.severity order by array_position(${severities}::text[], o.severity) desc`.execute(context.db);
  return { byState: byState.rows, waiting: bySeverity.rows };
}

/** Warnings that nobody has looked at yet, among those the actor may handle. */
export async function countOpenToHandle(context: Context): Promise<{ count: number; urgent: number }> {
  const { rows } = await sql<{ count: number; urgent: number }>`select count(*)::int as count, count(*) filter (where o.severity = 'urgent')::int as urgent ${from} where ${readable(context, context.scope('warning.handle'))} and o.state = 'open'`.execute(context.db);
  return rows[0] ?? { count: 0, urgent: 0 };
}

/** With `lock` the row is held until the transaction ends. */
export async function findWarning(context: Context, id: string, lock = false): Promise<Omit<Warning, 'may' | 'targets'> | null> {
  if (lock) await sql`select 1 from warning where id = ${id}::uuid for update`.execute(context.db);
  const { rows } = await sql<Omit<Warning, 'may' | 'targets'>>`select ${columns}, o.evidence,
      (select coalesce(jsonb_agg(jsonb_build_object('id', step.id, 'verb', step.verb, 'toState', step.to_state, 'note', step.note, 'href', step.href, 'doneByName', step.done_by_name, 'doneAt', ${isoTime('step.done_at')}) order by step.done_at, step.id), '[]')
        from warning_step step where step.space_id = o.space_id and step.warning_id = o.id) as steps
    ${from} where o.id = ${id}::uuid and ${indicatorsIn(context.scope('indicator.read'))}`.execute(context.db);
  return rows[0] ?? null;
}

export interface NewWarning {
  ruleId: string;
  editionId: string;
  severity: Severity;
  subjectKind: WatchedKind;
  subjectId: string;
  period: string;
  visibility: Visibility;
  fingerprint: string;
  evidence: WarningEvidence;
  sample: boolean;
}

/** Null where the same signs have warned before. */
export async function insertWarning(context: Context, given: NewWarning): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`insert into warning (space_id, id, rule_id, edition_id, severity, state, subject_kind, subject_id, period, visibility, fingerprint, evidence, sample, raised_at)
    values (${context.spaceId}, ${context.newId()}, ${given.ruleId}, ${given.editionId}, ${given.severity}, 'open', ${given.subjectKind}, ${given.subjectId}, ${given.period}, ${given.visibility}, ${given.fingerprint}, ${asJson(given.evidence)}, ${given.sample}, ${context.now})
    on conflict (space_id, fingerprint) do nothing returning id`.execute(context.db);
  return rows[0]?.id ?? null;
}

export async function insertStep(context: Context, warningId: string, step: { verb: WarningVerb; to: WarningState; note: string | null; href: string | null }, byName = actedName(context.actor, context.language)): Promise<void> {
  await sql`update warning set state = ${step.to} where id = ${warningId}::uuid`.execute(context.db);
  await sql`insert into warning_step (space_id, id, warning_id, verb, to_state, note, href, done_by, done_by_name, done_at)
    values (${context.spaceId}, ${context.newId()}, ${warningId}, ${step.verb}, ${step.to}, ${step.note}, ${step.href}, ${context.actor.personId}, ${byName}, ${context.now})`.execute(context.db);
}

/** Those of the subject, narrowed by what the values behind the warning are. */
export async function warningFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<{ id: string; kind: WatchedKind; subjectId: string; visibility: Visibility }>`select id, subject_kind as kind, subject_id as "subjectId", visibility from warning where id = any (${validIds(ids)}::uuid[])`.execute(db);
  const found = new Map<string, ScopeFacts>();
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const own = rows.filter((row) => row.kind === kind);
    const facts = await subjectFacts(db, kind, own.map(({ subjectId }) => subjectId));
    for (const { id, subjectId, visibility } of own) {
      const known = facts.get(subjectId);
      if (known) found.set(id, visibility === 'internal' ? { ...known, visibility } : known);
    }
  }
  return found;
}
