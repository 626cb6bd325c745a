import { sql } from 'kysely';
import type { Context } from '#platform/module/module.ts';

/** What was asked for is done, by whoever: its notices need nobody any more, also those that are still on their way. */
export async function settleNotices(context: Context, subject: { kind: string; id: string }, kinds: readonly string[]): Promise<void> {
  await sql`
    update notice set done_at = ${context.now} where space_id = ${context.spaceId} and done_at is null
      and subject_kind = ${subject.kind} and subject_id = ${subject.id} and kind = any(${kinds}::text[])`.execute(context.db);
  await sql`
    update notice_outbox set worked_off_at = ${context.now} where space_id = ${context.spaceId} and worked_off_at is null
      and subject_kind = ${subject.kind} and subject_id = ${subject.id} and kind = any(${kinds}::text[])`.execute(context.db);
}
