import { sql } from 'kysely';
import type { z } from 'zod';
import { indicatorsIn } from '#modules/indicator/index.ts';
import { actedName } from '#platform/auth/acted-name.ts';
import type { ScopeFacts, Visibility } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { allOf, asJson, isoDay, isoTime, validIds } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { alarmEditionInputSchema, AlarmEdition, alarmRuleListQuery, AlarmRule, AlarmRuleSummary } from '../words/alarm-rule.schema.ts';
import { isWaiting, subjectJoins, warningsIn } from './watched-subjects.store.ts';

/** The highest number that has begun on a day, else the first that will. */
const inForceOn = (day: string) => sql`(select e.id from alarm_rule_edition e where e.space_id = rule.space_id and e.rule_id = rule.id order by (e.valid_from <= ${day}::date) desc, case when e.valid_from <= ${day}::date then -e.number else e.number end limit 1)`;
const editionOf = (alias: string, day: string) => sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'number', ${sql.ref(`${alias}.number`)}, 'validFrom', ${isoDay(`${alias}.valid_from`)}, 'source', ${sql.ref(`${alias}.source`)}, 'note', ${sql.ref(`${alias}.note`)},
  'content', ${sql.ref(`${alias}.content`)}, 'productDefault', ${sql.ref(`${alias}.product_default`)}, 'createdByName', ${sql.ref(`${alias}.created_by_name`)}, 'createdAt', ${isoTime(`${alias}.created_at`)}, 'inForce', ${sql.ref(`${alias}.id`)} = ${inForceOn(day)} and ${sql.ref(`${alias}.valid_from`)} <= ${day}::date)`;
const today = (context: Context): string => context.now.toISOString().slice(0, 10);
const from = (context: Context) => sql`from alarm_rule rule join indicator on indicator.space_id = rule.space_id and indicator.id = rule.indicator_id join alarm_rule_edition edition on edition.space_id = rule.space_id and edition.id = ${inForceOn(today(context))}`;
const columns = (context: Context) => sql`rule.id, rule.state, jsonb_build_object('id', indicator.id, 'name', indicator.name, 'unit', indicator.unit) as indicator, rule.sample, ${isoTime('rule.created_at')} as "createdAt", ${editionOf('edition', today(context))} as edition, ${isoTime('rule.evaluated_at')} as "evaluatedAt",
  (select count(*)::int from warning o ${subjectJoins} where o.space_id = rule.space_id and o.rule_id = rule.id and ${isWaiting} and ${warningsIn(context.scope('warning.read'))}) as "openWarnings"`;

/** Null for a cursor this list did not make. */
export async function listAlarmRuleRows(context: Context, query: z.output<typeof alarmRuleListQuery>): Promise<Page<AlarmRuleSummary> | null> {
  const page = keyset({ createdAt: { expression: sql`rule.created_at`, type: 'timestamptz' } }, '-createdAt', query.cursor, sql`rule.id`);
  if (!page) return null;
  const where = allOf([
    indicatorsIn(context.scope('alarmRule.read')),
    ...(query.state === undefined ? [] : [sql<boolean>`rule.state = ${query.state}`]),
    ...(query.indicatorId === undefined ? [] : [sql<boolean>`rule.indicator_id = ${query.indicatorId}::uuid`]),
  ]);
  const { rows } = await sql<AlarmRuleSummary & { cursor_value: string }>`select ${columns(context)}, ${page.cursorValue} as cursor_value ${from(context)} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${from(context)} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, '-createdAt', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export type HeldRule = Omit<AlarmRule, 'may'>;

export async function findAlarmRule(context: Context, id: string): Promise<HeldRule | null> {
  const { rows } = await sql<HeldRule>`select ${columns(context)}, rule.outcome,
      (select name from territory where territory.id = edition.content -> 'subjects' ->> 'territoryId') as territory,
      (select jsonb_agg(${editionOf('e', today(context))} order by e.number desc) from alarm_rule_edition e where e.space_id = rule.space_id and e.rule_id = rule.id) as editions
    ${from(context)} where rule.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

export async function activeRuleIds(db: SpaceDb): Promise<string[]> {
  return (await sql<{ id: string }>`select id from alarm_rule where state = 'active' order by created_at, id`.execute(db)).rows.map(({ id }) => id);
}

export async function insertAlarmRule(context: Context, indicatorId: string, sample = false): Promise<string> {
  const id = context.newId();
  await sql`insert into alarm_rule (space_id, id, state, indicator_id, sample, created_at) values (${context.spaceId}, ${id}, 'active', ${indicatorId}, ${sample}, ${context.now})`.execute(context.db);
  return id;
}

export async function insertEdition(context: Context, ruleId: string, number: number, given: z.output<typeof alarmEditionInputSchema>, productDefault = false): Promise<void> {
  await sql`insert into alarm_rule_edition (space_id, id, rule_id, number, valid_from, source, note, content, product_default, created_by, created_by_name, created_at)
    values (${context.spaceId}, ${context.newId()}, ${ruleId}, ${number}, ${given.validFrom}::date, ${given.source}, ${given.note}, ${asJson(given.content)}, ${productDefault}, ${context.actor.personId}, ${actedName(context.actor, context.language)}, ${context.now})`.execute(context.db);
}

/** Day and number of the newest edition, with the rule held until the transaction ends; null when there is no such rule. */
export async function lockAlarmRule(db: SpaceDb, id: string): Promise<Pick<AlarmEdition, 'validFrom' | 'number'> | null> {
  await sql`select 1 from alarm_rule where id = ${id}::uuid for update`.execute(db);
  const { rows } = await sql<Pick<AlarmEdition, 'validFrom' | 'number'>>`select ${isoDay('valid_from')} as "validFrom", number from alarm_rule_edition where rule_id = ${id}::uuid order by number desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function setAlarmRuleState(db: SpaceDb, id: string, state: AlarmRule['state']): Promise<void> {
  await sql`update alarm_rule set state = ${state} where id = ${id}::uuid`.execute(db);
}

export async function noteEvaluation(context: Context, id: string, outcome: NonNullable<AlarmRule['outcome']>): Promise<void> {
  await sql`update alarm_rule set evaluated_at = ${context.now}, outcome = ${asJson(outcome)} where id = ${id}::uuid`.execute(context.db);
}

/** A rule is known to whoever may know its indicator. */
export async function alarmRuleFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<{ id: string; visibility: Visibility }>`select rule.id, indicator.visibility from alarm_rule rule join indicator on indicator.space_id = rule.space_id and indicator.id = rule.indicator_id where rule.id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, visibility }) => [id, { visibility, territories: [], clusters: [], organisations: [] }]));
}

export async function alarmRuleNames(db: SpaceDb, ids: readonly string[]): Promise<Map<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`select distinct on (rule_id) rule_id::text as id, content -> 'title' as name from alarm_rule_edition where rule_id = any (${validIds(ids)}::uuid[]) order by rule_id, number desc`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
