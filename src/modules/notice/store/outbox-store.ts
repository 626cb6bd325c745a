import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { NoticeAddress } from '#platform/notice/notice.ts';

export interface Posted {
  id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  href: string;
  address: NoticeAddress;
  name: Name | null;
  params: Record<string, string | number>;
  due_at: string | null;
  group_key: string | null;
  by_person_id: string | null;
}

/** The oldest notices that wait, held against other workers until this transaction ends. */
export async function takePosted(context: Context, most: number): Promise<Posted[]> {
  const { rows } = await sql<Posted>`
    select id, kind, subject_kind, subject_id, href, address, name, params, due_at, group_key, by_person_id from notice_outbox
    where space_id = ${context.spaceId} and worked_off_at is null order by posted_at, id limit ${most} for update skip locked`.execute(context.db);
  return rows;
}

export async function markWorkedOff(context: Context, ids: readonly string[]): Promise<void> {
  await sql`update notice_outbox set worked_off_at = ${context.now} where space_id = ${context.spaceId} and id = any(${ids}::uuid[])`.execute(context.db);
}
