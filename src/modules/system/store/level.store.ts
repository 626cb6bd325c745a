import { sql } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage } from '#platform/db/page.ts';
import { viewKey, type ExportView } from '#platform/level/export-request.ts';
import type { Level } from '#platform/level/level.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Export, ExportRequest, exportQuery, exportRequestQuery } from '../words/level.schema.ts';

const columns = sql`t.id, t.person_id as "personId", t.person_name as "personName", t.operation, t.params, t.query, t.format, t.level, t.row_count as "rowCount", t.reason, t.state, t.approval_id as "approvalId",
  t.created_at as "createdAt", t.decided_at as "decidedAt", t.expires_at as "expiresAt", t.fetched_count as "fetchedCount"`;

interface RequestRow extends Omit<ExportRequest, 'mine' | 'label' | 'createdAt' | 'decidedAt' | 'expiresAt'> {
  personId: string;
  createdAt: Date;
  decidedAt: Date | null;
  expiresAt: Date | null;
}

const iso = (at: Date | string | null): string | null => (at === null ? null : new Date(at).toISOString());

function toRequest({ personId, ...row }: RequestRow, reader: string | null): Unlabelled<ExportRequest> {
  return { ...row, mine: personId === reader, createdAt: iso(row.createdAt) ?? '', decidedAt: iso(row.decidedAt), expiresAt: iso(row.expiresAt) };
}

/** Names of lists are the operations', which the store does not know. */
export type Unlabelled<Row> = Omit<Row, 'label'>;

export interface NewExportRequest {
  id: string;
  personId: string;
  personName: string;
  view: ExportView;
  level: Level;
  rows: number;
  reason: string;
  now: Date;
}

export async function addExportRequest(db: SpaceDb, spaceId: string, request: NewExportRequest): Promise<void> {
  const { id, personId, personName, view, level, rows, reason, now } = request;
  await sql`insert into export_request (space_id, id, person_id, person_name, operation, view_key, params, query, format, level, row_count, reason, state, created_at)
    values (${spaceId}, ${id}, ${personId}, ${personName}, ${view.operation}, ${viewKey(view)}, ${JSON.stringify(view.params)}::jsonb, ${JSON.stringify(view.query)}::jsonb, ${view.format}, ${level}, ${rows}, ${reason}, 'waiting', ${now})`.execute(db);
}

/** The request of this person for the same view that still waits. */
export async function waitingRequest(db: SpaceDb, spaceId: string, personId: string, view: ExportView): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from export_request where space_id = ${spaceId} and person_id = ${personId} and view_key = ${viewKey(view)} and state = 'waiting' order by id desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

export async function noteApproval(db: SpaceDb, spaceId: string, id: string, approvalId: string): Promise<void> {
  await sql`update export_request set approval_id = ${approvalId} where space_id = ${spaceId} and id = ${id}`.execute(db);
}

export async function approveExport(db: SpaceDb, spaceId: string, id: string, now: Date, expiresAt: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`update export_request set state = 'approved', decided_at = ${now}, expires_at = ${expiresAt} where space_id = ${spaceId} and id = ${id} and state = 'waiting'`.execute(db);
  return Number(numAffectedRows ?? 0) === 1;
}

export async function getExportRequest(db: SpaceDb, spaceId: string, id: string, reader: string | null): Promise<Unlabelled<ExportRequest> | null> {
  const { rows } = await sql<RequestRow>`select ${columns} from export_request t where t.space_id = ${spaceId} and t.id = ${id}`.execute(db);
  return rows[0] ? toRequest(rows[0], reader) : null;
}

const newest = { createdAt: { expression: sql`t.created_at`, type: 'timestamptz' as const } };

/** Null for a cursor that this list did not make. */
export async function listExportRequestPage(db: SpaceDb, spaceId: string, query: z.output<typeof exportRequestQuery>, reader: { personId: string | null; all: boolean }): Promise<Page<Unlabelled<ExportRequest>> | null> {
  const keys = keyset(newest, '-createdAt', query.cursor, sql`t.id`);
  if (!keys) return null;
  const filter = sql`t.space_id = ${spaceId} and (${reader.all} or t.person_id = ${reader.personId}::uuid) and (${query.operation ?? null}::text is null or t.operation = ${query.operation ?? null}) and (${query.state ?? null}::text is null or t.state = ${query.state ?? null})`;
  const { rows } = await sql<RequestRow & { cursor_value: string }>`select ${columns}, ${keys.cursorValue} as cursor_value from export_request t where ${filter} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  const total = await sql<{ count: number }>`select count(*)::int as count from export_request t where ${filter}`.execute(db);
  return toPage(rows, query.limit, '-createdAt', total.rows[0]?.count ?? 0, ({ cursor_value: _cursor, ...row }) => toRequest(row, reader.personId));
}

type Change = Record<string, [unknown, unknown]>;
const bySeq = { seq: { expression: sql`t.seq`, type: 'bigint' as const } };

/** What left, out of the audit. */
export async function listExportPage(db: SpaceDb, spaceId: string, query: z.output<typeof exportQuery>): Promise<Page<Unlabelled<Export>> | null> {
  const keys = keyset(bySeq, '-seq', query.cursor, sql`t.id`);
  if (!keys) return null;
  const filter = sql`t.space_id = ${spaceId} and t.event = 'record.exported' and (${query.level ?? null}::text is null or t.changes->'dataLevel'->>1 = ${query.level ?? null})`;
  const { rows } = await sql<{ id: string; at: Date; actor: string; changes: Change; cursor_value: string }>`select t.id, t.at, t.actor_name as actor, t.changes, ${keys.cursorValue} as cursor_value from audit_entry t where ${filter} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  const total = await sql<{ count: number }>`select count(*)::int as count from audit_entry t where ${filter}`.execute(db);
  return toPage(rows, query.limit, '-seq', total.rows[0]?.count ?? 0, ({ id, at, actor, changes }) => {
    const said = (name: string): unknown => changes[name]?.[1];
    return { id, at: iso(at) ?? '', actorName: actor, operation: String(said('operation')), filters: (said('filters') ?? {}) as Record<string, string>, rows: Number(said('rows')), format: String(said('format')), level: String(said('dataLevel')), exportRequestId: (said('exportRequest') as string | undefined) ?? null };
  });
}
