import { sql } from 'kysely';
import { keyset, toPage } from '#platform/db/page.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { RecordRef } from './file.store.ts';

export interface CommentRow {
  id: string;
  version: number;
  replyTo: string | null;
  body: string;
  mentions: string[];
  authorId: string | null;
  sample: boolean;
  createdAt: string;
  editedAt: string | null;
  removedAt: string | null;
  removedBy: string | null;
  removalReason: string | null;
  resolvedAt: string | null;
  resolvedBy: string | null;
}

const columns = sql`c.id, c.version, c.reply_to as "replyTo", c.body, c.mentions, c.author_id as "authorId", c.sample, c.created_at as "createdAt", c.edited_at as "editedAt",
  c.removed_at as "removedAt", c.removed_by as "removedBy", c.removal_reason as "removalReason", c.resolved_at as "resolvedAt", c.resolved_by as "resolvedBy"`;
const sorts = { createdAt: { expression: sql`c.created_at`, type: 'timestamptz' as const } };

export async function countComments(db: SpaceDb, { kind, id }: RecordRef): Promise<{ comments: number; openComments: number }> {
  const { rows } = await sql<{ comments: number; openComments: number }>`
    select count(*)::int as comments, count(*) filter (where reply_to is null and resolved_at is null)::int as "openComments"
    from comment where record_kind = ${kind} and record_id = ${id} and removed_at is null`.execute(db);
  return rows[0] ?? { comments: 0, openComments: 0 };
}

/** Threads, newest first; a removed one stays while somebody answered it. */
export async function threadPage(db: SpaceDb, { kind, id }: RecordRef, query: { limit: number; cursor?: string | undefined; open?: 'true' | 'false' | undefined }): Promise<Page<CommentRow> | null> {
  const keys = keyset(sorts, '-createdAt', query.cursor, sql`c.id`);
  if (!keys) return null;
  const where = sql`c.record_kind = ${kind} and c.record_id = ${id} and c.reply_to is null and (${query.open ?? null}::text is null or (c.resolved_at is null) = (${query.open ?? null}::text = 'true'))
    and (c.removed_at is null or exists (select 1 from comment r where r.space_id = c.space_id and r.reply_to = c.id and r.removed_at is null))`;
  const counted = await sql<{ count: string }>`select count(*) as count from comment c where ${where}`.execute(db);
  const { rows } = await sql<CommentRow & { cursor_value: string }>`select ${columns}, ${keys.cursorValue} as cursor_value from comment c where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  return toPage(rows, query.limit, '-createdAt', Number(counted.rows[0]?.count ?? 0), ({ cursor_value: _value, ...row }) => row);
}

export async function repliesTo(db: SpaceDb, ids: readonly string[]): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`select ${columns} from comment c where c.reply_to = any (${ids}::uuid[]) and c.removed_at is null order by c.created_at, c.id limit 2000`.execute(db);
  return rows;
}

/** A comment on this very record: an id alone opens nothing. */
export async function findComment(db: SpaceDb, { kind, id }: RecordRef, commentId: string): Promise<CommentRow | null> {
  const { rows } = await sql<CommentRow>`select ${columns} from comment c where c.id = ${commentId}::uuid and c.record_kind = ${kind} and c.record_id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function insertComment(db: SpaceDb, record: RecordRef, comment: Pick<CommentRow, 'id' | 'replyTo' | 'body' | 'mentions' | 'authorId' | 'sample'>, now: Date): Promise<void> {
  await sql`
    insert into comment (space_id, id, record_kind, record_id, reply_to, body, mentions, author_id, sample, created_at)
    values (current_space(), ${comment.id}::uuid, ${record.kind}, ${record.id}, ${comment.replyTo}::uuid, ${comment.body}, ${comment.mentions}::uuid[], ${comment.authorId}::uuid, ${comment.sample}, ${now})`.execute(db);
}

/** False when the version read is no longer the current one. */
export async function editComment(db: SpaceDb, id: string, version: number | null, change: { body: string; mentions: readonly string[] }, now: Date): Promise<boolean> {
  const { rows } = await sql`update comment set body = ${change.body}, mentions = ${change.mentions}::uuid[], edited_at = ${now}, version = version + 1 where id = ${id}::uuid and version = ${version} returning id`.execute(db);
  return rows.length === 1;
}

/** The trace stays: who, when and why. The words are gone for good. */
export async function eraseComment(db: SpaceDb, id: string, removal: { by: string | null; reason: string | null; at: Date }): Promise<void> {
  await sql`update comment set body = '', mentions = '{}', removed_at = ${removal.at}, removed_by = ${removal.by}::uuid, removal_reason = ${removal.reason}, version = version + 1 where id = ${id}::uuid`.execute(db);
}

export async function settleThread(db: SpaceDb, id: string, settled: { by: string | null; at: Date } | null): Promise<void> {
  await sql`update comment set resolved_at = ${settled?.at ?? null}, resolved_by = ${settled?.by ?? null}::uuid, version = version + 1 where id = ${id}::uuid`.execute(db);
}

/** Everybody who wrote in a thread. */
export async function writersOfThread(db: SpaceDb, threadId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct author_id as id from comment where (id = ${threadId}::uuid or reply_to = ${threadId}::uuid) and removed_at is null and author_id is not null`.execute(db);
  return rows.map((row) => row.id);
}
