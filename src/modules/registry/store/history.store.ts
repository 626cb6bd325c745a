import { sql } from 'kysely';
import { keyset, toPage } from '#platform/db/page.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { HistoryEntry } from '../words/record.contract.ts';

/** Audit entries of one record, newest first; null for a cursor that this list did not make. */
export async function historyOf(db: SpaceDb, kind: string, id: string, limit: number, cursor: string | undefined): Promise<Page<HistoryEntry> | null> {
  const keys = keyset({ seq: { expression: sql`entry.seq`, type: 'bigint' } }, '-seq', cursor, sql`entry.id`);
  if (!keys) return null;
  const where = sql`entry.subject_kind = ${kind} and entry.subject_id = ${id}`;
  const { rows } = await sql<HistoryEntry & { cursor_value: string }>`
    select entry.id, entry.at, entry.actor_name as "actorName", entry.for_name as "forName", entry.role, entry.event, entry.changes, ${keys.cursorValue} as cursor_value
    from audit_entry entry where ${where} and ${keys.after} order by ${keys.orderBy} limit ${limit + 1}`.execute(db);
  const { rows: counts } = await sql<{ total: number }>`select count(*)::int as total from audit_entry entry where ${where}`.execute(db);
  return toPage(rows, limit, '-seq', counts[0]?.total ?? 0, ({ cursor_value: _, ...entry }) => entry);
}
