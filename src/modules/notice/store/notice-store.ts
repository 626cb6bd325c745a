import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage } from '#platform/db/page.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { noticeListQuery, NoticeView } from '../notice.schema.ts';
import type { Posted } from './outbox-store.ts';

/** One line for this person, or one more thing on the unread line of the same key. Answers its id and whether it was merged. */
export async function putNotice(context: Context, posted: Posted, personId: string, how: { daily: boolean; seen: boolean }): Promise<{ id: string; isMerged: boolean }> {
  const { rows } = await sql<{ id: string; merged: number }>`
    insert into notice (space_id, id, outbox_id, person_id, kind, subject_kind, subject_id, href, name, params, due_at, group_key, by_person_id, created_at, updated_at, seen_at, daily)
    values (${context.spaceId}, ${context.newId()}, ${posted.id}, ${personId}, ${posted.kind}, ${posted.subject_kind}, ${posted.subject_id}, ${posted.href},
      ${posted.name ? JSON.stringify(posted.name) : null}::jsonb, ${JSON.stringify(posted.params)}::jsonb, ${posted.due_at}, ${posted.group_key}, ${posted.by_person_id},
      ${context.now}, ${context.now}, ${how.seen ? context.now : null}, ${how.daily})
    on conflict (space_id, person_id, group_key) where group_key is not null and seen_at is null and done_at is null
    do update set merged = notice.merged + 1, outbox_id = excluded.outbox_id, kind = excluded.kind, href = excluded.href, name = excluded.name, params = excluded.params,
      due_at = coalesce(excluded.due_at, notice.due_at), by_person_id = excluded.by_person_id, updated_at = excluded.updated_at, daily = notice.daily or excluded.daily
    returning id, merged`.execute(context.db);
  return { id: rows[0]?.id ?? '', isMerged: (rows[0]?.merged ?? 1) > 1 };
}

interface NoticeRow {
  id: string;
  cursor_value: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  href: string;
  name: Name | null;
  params: Record<string, string | number>;
  due_at: string | null;
  merged: number;
  by_name: Name | null;
  created_at: string;
  updated_at: string;
  seen_at: string | null;
  done_at: string | null;
}

const columns = sql`n.id, n.kind, n.subject_kind, n.subject_id, n.href, n.name, n.params, n.due_at, n.merged, b.name as by_name, n.created_at, n.updated_at, n.seen_at, n.done_at`;
const from = sql`notice n left join person b on b.space_id = n.space_id and b.id = n.by_person_id`;
const sorts = { updatedAt: { expression: sql`n.updated_at`, type: 'timestamptz' as const } };

const toNotice = (row: NoticeRow): NoticeView => ({
  id: row.id, kind: row.kind, subjectKind: row.subject_kind, subjectId: row.subject_id, href: row.href, name: row.name, params: row.params, dueAt: row.due_at, merged: row.merged,
  byName: row.by_name, createdAt: row.created_at, updatedAt: row.updated_at, seenAt: row.seen_at, doneAt: row.done_at,
});

/** Everybody reads their own and nobody else's. */
const own = (context: Context): RawBuilder<boolean> => sql<boolean>`n.space_id = ${context.spaceId} and n.person_id = ${context.actor.personId}::uuid`;

const states = {
  all: sql`true`,
  unseen: sql`n.seen_at is null and n.done_at is null`,
  open: sql`n.done_at is null and n.due_at is not null`,
  done: sql`n.done_at is not null`,
} as const;

export async function listOwn(context: Context, query: z.output<typeof noticeListQuery>): Promise<Page<NoticeView> | null> {
  const keys = keyset(sorts, query.sort, query.cursor, sql`n.id`);
  if (!keys) return null;
  const where = sql`${own(context)} and ${states[query.state]} and (${query.group ?? null}::text is null or n.kind like ${query.group ?? ''} || '.%')`;
  const total = await sql<{ count: number }>`select count(*)::int as count from ${from} where ${where}`.execute(context.db);
  const { rows } = await sql<NoticeRow>`select ${columns}, ${keys.cursorValue} as cursor_value from ${from} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, toNotice);
}

export async function getOwn(context: Context, id: string): Promise<NoticeView | null> {
  const { rows } = await sql<NoticeRow>`select ${columns}, '' as cursor_value from ${from} where ${own(context)} and n.id = ${id}`.execute(context.db);
  return rows[0] ? toNotice(rows[0]) : null;
}

export async function countOwn(context: Context): Promise<{ unseen: number; newest: string | null }> {
  const { rows } = await sql<{ unseen: number; newest: string | null }>`
    select count(*)::int as unseen, max(n.updated_at) as newest from notice n where ${own(context)} and n.seen_at is null and n.done_at is null`.execute(context.db);
  return rows[0] ?? { unseen: 0, newest: null };
}

/** One of them, or all that were there at an instant: what arrived meanwhile stays new. */
export async function markSeen(context: Context, which: { id: string } | { until: string }): Promise<void> {
  const chosen = 'id' in which ? sql`n.id = ${which.id}` : sql`n.updated_at <= ${which.until}`;
  await sql`update notice n set seen_at = ${context.now}, daily = false where ${own(context)} and n.seen_at is null and ${chosen}`.execute(context.db);
}

/** What has a deadline and is not done, the soonest first. */
export async function listOpenDue(context: Context, most: number): Promise<NoticeView[]> {
  const { rows } = await sql<NoticeRow>`select ${columns}, '' as cursor_value from ${from} where ${own(context)} and ${states.open} order by n.due_at, n.id limit ${most}`.execute(context.db);
  return rows.map(toNotice);
}

export interface Overdue {
  id: string;
  person_id: string;
  person_name: Name;
  kind: string;
  subject_kind: string;
  subject_id: string;
  href: string;
  name: Name | null;
  due_at: string;
}

export async function listOverdue(context: Context): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    select n.id, n.person_id, p.name as person_name, n.kind, n.subject_kind, n.subject_id, n.href, n.name, n.due_at from notice n join person p on p.space_id = n.space_id and p.id = n.person_id
    where n.space_id = ${context.spaceId} and n.done_at is null and n.due_at < ${context.now} and n.escalated_at is null order by n.due_at limit 500 for update of n skip locked`.execute(context.db);
  return rows;
}

export async function markEscalated(context: Context, id: string): Promise<void> {
  await sql`update notice set escalated_at = ${context.now} where space_id = ${context.spaceId} and id = ${id}`.execute(context.db);
}

/** What the daily message of somebody counts: unseen lines kept for it, and open ones whose deadline is near or gone. */
export async function countForDay(context: Context, personId: string, until: Date, dueBefore: Date): Promise<{ items: number; due: number }> {
  const { rows } = await sql<{ items: number; due: number }>`
    select count(*)::int as items, (count(*) filter (where due_at <= ${dueBefore}))::int as due from notice
    where space_id = ${context.spaceId} and person_id = ${personId} and done_at is null and created_at <= ${until}
      and ((daily and seen_at is null) or due_at <= ${dueBefore})`.execute(context.db);
  return rows[0] ?? { items: 0, due: 0 };
}

export async function clearDaily(context: Context, personId: string, until: Date): Promise<void> {
  await sql`update notice set daily = false where space_id = ${context.spaceId} and person_id = ${personId} and daily and created_at <= ${until}`.execute(context.db);
}
