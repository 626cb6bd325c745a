import { sql } from 'kysely';
import type { ComputedDeadline } from '#platform/calendar/deadline.schema.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { NoticeAddress } from '#platform/notice/notice.ts';
import type { Deadline } from '../calendar.schema.ts';

export interface StoredDeadline extends Deadline {
  name: Name | null;
  href: string;
  holders: NoticeAddress | null;
}

const columns = sql`id::text as id, subject_kind as "subjectKind", subject_id as "subjectId", key, rule, start_at as "startAt", instant, day, provisional, steps, computed_at as "computedAt", name, href, holders`;

export async function upsertDeadline(db: SpaceDb, given: StoredDeadline): Promise<StoredDeadline> {
  const { rows } = await sql<StoredDeadline>`
    insert into deadline (space_id, id, subject_kind, subject_id, key, rule, start_at, instant, day, provisional, steps, computed_at, name, href, holders)
    values (current_space(), ${given.id}, ${given.subjectKind}, ${given.subjectId}, ${given.key}, ${JSON.stringify(given.rule)}::jsonb, ${given.startAt}, ${given.instant}, ${given.day}, ${given.provisional},
      ${JSON.stringify(given.steps)}::jsonb, ${given.computedAt}, ${given.name ? JSON.stringify(given.name) : null}::jsonb, ${given.href}, ${given.holders ? JSON.stringify(given.holders) : null}::jsonb)
    on conflict (space_id, subject_kind, subject_id, key) do update set rule = excluded.rule, start_at = excluded.start_at, instant = excluded.instant, day = excluded.day,
      provisional = excluded.provisional, steps = excluded.steps, computed_at = excluded.computed_at, name = excluded.name, href = excluded.href, holders = excluded.holders
    returning ${columns}`.execute(db);
  return rows[0] ?? given;
}

export async function readDeadlines(db: SpaceDb, subjectKind: string, subjectIds: readonly string[]): Promise<StoredDeadline[]> {
  const { rows } = await sql<StoredDeadline>`select ${columns} from deadline where space_id = current_space() and subject_kind = ${subjectKind} and subject_id = any(${subjectIds}::text[]) order by instant`.execute(db);
  return rows;
}

export async function deleteDeadlines(db: SpaceDb, subjectKind: string, subjectId: string, key: string | null): Promise<void> {
  await sql`delete from deadline where space_id = current_space() and subject_kind = ${subjectKind} and subject_id = ${subjectId} and (${key}::text is null or key = ${key})`.execute(db);
}

export async function deadlinesAhead(db: SpaceDb, now: Date, after: string, limit: number): Promise<StoredDeadline[]> {
  const { rows } = await sql<StoredDeadline>`select ${columns} from deadline where space_id = current_space() and instant > ${now} and id::text > ${after} order by deadline.id::text limit ${limit}`.execute(db);
  return rows;
}

export async function updateDeadline(db: SpaceDb, id: string, computed: ComputedDeadline, now: Date): Promise<void> {
  await sql`update deadline set instant = ${computed.instant}, day = ${computed.day}, provisional = ${computed.provisional}, steps = ${JSON.stringify(computed.steps)}::jsonb, computed_at = ${now}
    where space_id = current_space() and id = ${id}`.execute(db);
}
