import { sql } from 'kysely';
import type { Context } from '#platform/module/module.ts';

type Writer = Pick<Context, 'db' | 'now'>;
const counted = (writer: Writer) => sql`version = version + 1, updated_at = ${writer.now.toISOString()}::timestamptz`;

export async function markArchived(writer: Writer, id: string, archivedAt: string | null): Promise<void> {
  await sql`update organisation set ${counted(writer)}, archived_at = ${archivedAt}::timestamptz where id = ${id}::uuid`.execute(writer.db);
}

export async function markMerged(writer: Writer, id: string, into: string): Promise<void> {
  await sql`update organisation set ${counted(writer)}, state = 'merged', merged_into = ${into}::uuid where id = ${id}::uuid`.execute(writer.db);
}

export async function markSplit(writer: Writer, id: string, state: string): Promise<void> {
  await sql`update organisation set ${counted(writer)}, state = ${state}, merged_into = null where id = ${id}::uuid`.execute(writer.db);
}

/** Something that belongs to the record changed: its version counts up, so that an older reading is noticed. */
export async function markChanged(writer: Writer, id: string): Promise<void> {
  await sql`update organisation set ${counted(writer)} where id = ${id}::uuid`.execute(writer.db);
}
