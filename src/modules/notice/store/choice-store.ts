import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '#platform/module/module.ts';
import { defaultPolicy, type Choice } from '../notice.rules.ts';
import type { noticeChoiceInput, noticePolicyInput } from '../notice.schema.ts';

export interface OwnChoice {
  version: number;
  choices: Record<string, Choice>;
  quietFrom: string | null;
  quietUntil: string | null;
  dailyAt: string | null;
  phone: string | null;
  dailyOn: string | null;
}
export const noChoice: OwnChoice = { version: 0, choices: {}, quietFrom: null, quietUntil: null, dailyAt: null, phone: null, dailyOn: null };

interface ChoiceRow {
  person_id: string;
  version: number;
  choices: Record<string, Choice>;
  quiet_from: string | null;
  quiet_until: string | null;
  daily_at: string | null;
  phone: string | null;
  daily_on: string | null;
}

/** What these people chose, or everybody; who chose nothing is not among them. */
export async function choicesOf(context: Context, personIds: readonly string[] | null): Promise<Map<string, OwnChoice>> {
  const { rows } = await sql<ChoiceRow>`
    select person_id, version, choices, quiet_from, quiet_until, daily_at, phone, daily_on from notice_choice
    where space_id = ${context.spaceId} and (${personIds}::uuid[] is null or person_id = any(${personIds}::uuid[]))`.execute(context.db);
  return new Map(rows.map((row) => [row.person_id, { version: row.version, choices: row.choices, quietFrom: row.quiet_from, quietUntil: row.quiet_until, dailyAt: row.daily_at, phone: row.phone, dailyOn: row.daily_on }]));
}

/** False when somebody changed it since it was read: another window of the same person. */
export async function saveChoice(context: Context, personId: string, version: number, choice: z.output<typeof noticeChoiceInput>): Promise<boolean> {
  const values = sql`${JSON.stringify(choice.choices)}::jsonb, ${choice.quietFrom}, ${choice.quietUntil}, ${choice.dailyAt}, ${choice.phone}, ${context.now}`;
  const { rows } = await sql`
    insert into notice_choice (space_id, person_id, choices, quiet_from, quiet_until, daily_at, phone, updated_at) select ${context.spaceId}::uuid, ${personId}::uuid, ${values}::timestamptz
    where ${version} = 0 or exists (select 1 from notice_choice where space_id = ${context.spaceId} and person_id = ${personId})
    on conflict (space_id, person_id) do update set choices = excluded.choices, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, daily_at = excluded.daily_at,
      phone = excluded.phone, version = notice_choice.version + 1, updated_at = excluded.updated_at where notice_choice.version = ${version} returning person_id`.execute(context.db);
  return rows.length === 1;
}

/** The day is taken: true for the one worker that may make the person's daily message. */
export async function takeDay(context: Context, personId: string, date: string): Promise<boolean> {
  const { rows } = await sql`
    insert into notice_choice (space_id, person_id, version, choices, daily_on, updated_at) values (${context.spaceId}, ${personId}, 0, '{}', ${date}, ${context.now})
    on conflict (space_id, person_id) do update set daily_on = excluded.daily_on where notice_choice.daily_on is distinct from excluded.daily_on returning person_id`.execute(context.db);
  return rows.length === 1;
}

export interface Policy {
  version: number;
  quietFrom: string;
  quietUntil: string;
  dailyAt: string;
  escalateAfter: number;
}

export async function readPolicy(context: Context): Promise<Policy> {
  const { rows } = await sql<{ version: number; quiet_from: string; quiet_until: string; daily_at: string; escalate_after: number }>`
    select version, quiet_from, quiet_until, daily_at, escalate_after from notice_policy where space_id = ${context.spaceId}`.execute(context.db);
  const [row] = rows;
  return row ? { version: row.version, quietFrom: row.quiet_from, quietUntil: row.quiet_until, dailyAt: row.daily_at, escalateAfter: row.escalate_after } : { version: 0, ...defaultPolicy };
}

export async function savePolicy(context: Context, version: number, policy: z.output<typeof noticePolicyInput>): Promise<boolean> {
  const { rows } = await sql`
    insert into notice_policy (space_id, id, quiet_from, quiet_until, daily_at, escalate_after, updated_at)
    select ${context.spaceId}::uuid, 'policy', ${policy.quietFrom}, ${policy.quietUntil}, ${policy.dailyAt}, ${policy.escalateAfter}::int, ${context.now}::timestamptz
    where ${version} = 0 or exists (select 1 from notice_policy where space_id = ${context.spaceId})
    on conflict (space_id, id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, daily_at = excluded.daily_at, escalate_after = excluded.escalate_after,
      version = notice_policy.version + 1, updated_at = excluded.updated_at where notice_policy.version = ${version} returning id`.execute(context.db);
  return rows.length === 1;
}
