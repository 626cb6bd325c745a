import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';

export interface AuditEntry {
  seq: string;
  id: string;
  at: string;
  event: string;
  actor: string;
  /** For whom, when the actor was a deputy. */
  actorFor: string | null;
  subjectKind: string;
  subjectId: string;
  subjectName: Name | null;
  changes: Record<string, [unknown, unknown]> | null;
}

export interface EntryFilter {
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
}

/** Audit entries before a point of the chain, newest first. Signing in and out changes no record. */
export async function entriesBefore(db: SpaceDb, before: string | null, kinds: readonly string[], filter: EntryFilter, limit: number): Promise<AuditEntry[]> {
  const { rows } = await sql<AuditEntry>`
    select seq::text, id, at, event, actor_name as actor, for_name as "actorFor", subject_kind as "subjectKind", subject_id as "subjectId", subject_name as "subjectName", changes
    from audit_entry where (${before}::bigint is null or audit_entry.seq < ${before}::bigint) and subject_kind = any (${kinds}::text[]) and event not like 'session.%' and event not in ('record.read', 'record.listed', 'record.exported', 'material.refused')
      and (${filter.subjectKind ?? null}::text is null or subject_kind = ${filter.subjectKind ?? null}) and (${filter.subjectId ?? null}::text is null or subject_id = ${filter.subjectId ?? null})
    order by audit_entry.seq desc limit ${limit}`.execute(db);
  return rows;
}
