import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '#platform/audit/audit.ts';
import type { SpaceDb } from '#platform/module/module.ts';

/** One list with its filters and order in one format: what a second person agreed to, and nothing else. */
export interface ExportView {
  operation: string;
  params: Record<string, string>;
  query: Record<string, string>;
  format: 'csv' | 'json';
}

/** Parts of an address that say how much or in which form, not what. */
const formOnly: ReadonlySet<string> = new Set(['cursor', 'limit', 'format', 'fields', 'lang']);

export function exportView(operation: string, params: unknown, query: unknown, format: ExportView['format']): ExportView {
  const texts = (given: unknown): Record<string, string> => Object.fromEntries(Object.entries((given ?? {}) as Record<string, unknown>).flatMap(([name, value]) => (formOnly.has(name) || value === undefined || value === null || value === '' ? [] : [[name, Array.isArray(value) ? value.join(',') : String(value)]])));
  return { operation, params: texts(params), query: texts(query), format };
}

export const viewKey = (view: ExportView): string => createHash('sha256').update(canonicalJson(view)).digest('hex');

export interface ApprovedExport {
  id: string;
  rowCount: number;
}

/** The approval under which this person may fetch exactly this view now. */
export async function approvedExport(db: SpaceDb, personId: string, view: ExportView, now: Date): Promise<ApprovedExport | null> {
  const { rows } = await sql<ApprovedExport>`
    select id, row_count as "rowCount" from export_request
    where space_id = current_space() and person_id = ${personId} and view_key = ${viewKey(view)} and state = 'approved' and expires_at > ${now} order by id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function countFetch(db: SpaceDb, id: string): Promise<void> {
  await sql`update export_request set fetched_count = fetched_count + 1 where space_id = current_space() and id = ${id}`.execute(db);
}
