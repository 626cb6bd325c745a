import { sql } from 'kysely';
import type { z } from 'zod';
import type { AuditRow } from '#platform/audit/audit.ts';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { scopeSql } from '#platform/auth/scope-sql.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { AuditEntry, auditListQuery } from '../identity.schema.ts';

const sorts = { seq: { expression: sql`audit_entry.seq`, type: 'bigint' as const } };

/** The audit is read whole or not at all: only a mandate over the space reaches it. */
export async function listAuditPage(db: SpaceDb, spaceId: string, scope: Scope, query: z.output<typeof auditListQuery>): Promise<Page<AuditEntry> | null> {
  const keys = keyset(sorts, query.sort, query.cursor, sql`audit_entry.id`);
  if (!keys) return null;
  const where = sql`space_id = ${spaceId} and ${scopeSql(scope, {})}
    and (${query.event ?? null}::text is null or event = ${query.event ?? null}) and (${query.subjectKind ?? null}::text is null or subject_kind = ${query.subjectKind ?? null})
    and (${query.subjectId ?? null}::text is null or subject_id = ${query.subjectId ?? null}) and (${query.personId ?? null}::uuid is null or person_id = ${query.personId ?? null}::uuid or for_person_id = ${query.personId ?? null}::uuid)`;
  const total = await sql<{ count: string }>`select count(*) as count from audit_entry where ${where}`.execute(db);
  const { rows } = await sql<AuditRow & { cursor_value: string }>`
    select id, audit_entry.seq::text as seq, at, actor_name, for_name, role, event, subject_kind, subject_id, subject_name, changes, hash, ${keys.cursorValue} as cursor_value from audit_entry where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  return toPage(rows, query.limit, query.sort, Number(total.rows[0]?.count ?? 0), (row) => ({
    id: row.id, seq: row.seq, at: row.at, actorName: row.actor_name, forName: row.for_name ?? null, role: row.role, event: row.event, subjectKind: row.subject_kind, subjectId: row.subject_id,
    subjectName: row.subject_name as AuditEntry['subjectName'], changes: row.changes as AuditEntry['changes'], hash: row.hash,
  }));
}
