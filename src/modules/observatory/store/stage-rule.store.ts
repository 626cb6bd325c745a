import { sql } from 'kysely';
import { actedName } from '#platform/auth/acted-name.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { asJson, isoDay, isoTime } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import { defaultEdition, defaultStageRule } from '../words/stage-default.rules.ts';
import type { StageRule, StageRuleSummary, stageRuleInputSchema } from '../words/stage.schema.ts';
import type { z } from 'zod';

/** The product's own edition and those of the space, each until the day before the next. */
const editions = (today: Date) => sql`(select e.*, lead(e.valid_from) over (order by e.valid_from) - 1 as valid_until, e.valid_from <= ${today}::date and coalesce(lead(e.valid_from) over (order by e.valid_from) > ${today}::date, true) as in_force from (
    select id::text as id, edition, valid_from, source, note, content, created_by_name, created_at from stage_rule
    union all select ${defaultEdition.id}, ${defaultEdition.edition}, ${defaultEdition.validFrom}::date, null, '', ${asJson(defaultStageRule)}, null, null) e) rule`;
const columns = sql`rule.id, rule.edition, ${isoDay('rule.valid_from')} as "validFrom", ${isoDay('rule.valid_until')} as "validUntil", rule.id = ${defaultEdition.id} as "productDefault", rule.source, rule.note, rule.in_force as "inForce",
  rule.created_by_name as "createdByName", ${isoTime('rule.created_at')} as "createdAt"`;

/** Null for a cursor this list did not make. */
export async function listRuleRows(context: Context, query: { cursor?: string | undefined; limit: number }): Promise<Page<StageRuleSummary> | null> {
  const page = keyset({ validFrom: { expression: sql`rule.valid_from::timestamptz`, type: 'timestamptz' } }, '-validFrom', query.cursor, sql`rule.id`);
  if (!page) return null;
  const { rows } = await sql<StageRuleSummary & { cursor_value: string }>`select ${columns}, ${page.cursorValue} as cursor_value from ${editions(context.now)} where ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int + 1 as count from stage_rule`.execute(context.db);
  return toPage(rows, query.limit, '-validFrom', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findRule(context: Context, id: string): Promise<StageRule | null> {
  return (await sql<StageRule>`select ${columns}, rule.content from ${editions(context.now)} where rule.id = ${id}`.execute(context.db)).rows[0] ?? null;
}

/** The edition in force on a day. */
export async function ruleOn(context: Context, day: string): Promise<StageRule | null> {
  return (await sql<StageRule>`select ${columns}, rule.content from ${editions(context.now)} where rule.valid_from <= ${day}::date order by rule.valid_from desc limit 1`.execute(context.db)).rows[0] ?? null;
}

export async function latestEdition(context: Context): Promise<{ validFrom: string; names: string[] }> {
  const { rows } = await sql<{ validFrom: string; names: string[] }>`select ${isoDay(sql`max(rule.valid_from)`)} as "validFrom", array_agg(rule.edition) as names from ${editions(context.now)}`.execute(context.db);
  return rows[0] ?? { validFrom: defaultEdition.validFrom, names: [] };
}

export async function insertRule(context: Context, given: z.output<typeof stageRuleInputSchema>): Promise<string> {
  const id = context.newId();
  await sql`insert into stage_rule (space_id, id, edition, valid_from, source, note, content, created_by, created_by_name, created_at)
    values (${context.spaceId}, ${id}, ${given.edition}, ${given.validFrom}::date, ${given.source}, ${given.note}, ${asJson(given.content)}, ${context.actor.personId}, ${actedName(context.actor, context.language)}, ${context.now})`.execute(context.db);
  return id;
}
