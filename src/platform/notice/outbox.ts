import { sql } from 'kysely';
import type { Actor } from '#platform/auth/actor.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Notice } from './notice.ts';

/** Writes notices in the transaction of what they tell about: both are kept or both are lost. Delivery follows after commit. */
export async function postNotices(db: SpaceDb, spaceId: string, by: Actor, now: Date, notices: readonly Notice[], newId: () => string): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map((notice) => ({
    id: newId(),
    kind: notice.kind,
    subject_kind: notice.subject.kind,
    subject_id: notice.subject.id,
    href: notice.href,
    address: notice.to,
    name: notice.name ?? null,
    params: notice.params ?? {},
    due_at: notice.due ?? null,
    group_key: notice.groupKey ?? null,
  }));
  await sql`
    insert into notice_outbox (space_id, id, kind, subject_kind, subject_id, href, address, name, params, due_at, group_key, by_person_id, posted_at)
    select ${spaceId}::uuid, id, kind, subject_kind, subject_id, href, address, nullif(name, 'null'::jsonb), params, due_at, group_key, ${by.personId}::uuid, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, kind text, subject_kind text, subject_id text, href text, address jsonb, name jsonb, params jsonb, due_at timestamptz, group_key text)`.execute(db);
}
