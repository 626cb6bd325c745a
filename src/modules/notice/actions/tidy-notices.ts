import { sql } from 'kysely';
import type { Context, JobKind } from '#platform/module/module.ts';
import { keptDays } from '../notice.rules.ts';

/** What was read and done long ago, and what was sent, for as long as logs have to be kept. What waits for somebody stays. */
export async function removeOldNotices(context: Context): Promise<void> {
  const before = (days: number): Date => new Date(context.now.getTime() - days * 86_400_000);
  const { db, spaceId } = context;
  await sql`delete from notice_outbox where space_id = ${spaceId} and worked_off_at < ${before(keptDays.outbox)}`.execute(db);
  await sql`delete from notice_delivery where space_id = ${spaceId} and created_at < ${before(keptDays.delivery)} and state in ('sent', 'failed', 'dropped')`.execute(db);
  await sql`
    delete from notice where space_id = ${spaceId} and updated_at < ${before(keptDays.notice)} and (done_at is not null or (seen_at is not null and due_at is null))
      and not exists (select 1 from notice_delivery d where d.space_id = notice.space_id and d.notice_id = notice.id)`.execute(db);
}

export const tidyNotices: JobKind = {
  label: { zh: '清理旧通知', en: 'Tidy away old notices' },
  schedule: { cron: '40 3 * * *', per: 'space' },
  run: (work) => work.asSystem(removeOldNotices),
};
