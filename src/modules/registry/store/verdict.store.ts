import { sql } from 'kysely';
import { asJson } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { StoredVerdict } from '../words/classification.schema.ts';

export async function insertVerdict(context: Context, subjectKind: 'cluster' | 'place', subjectId: string, stored: StoredVerdict): Promise<void> {
  await sql`insert into classification_verdict (space_id, id, subject_kind, subject_id, facts, verdict, reason, decided_by, decided_at)
    values (${context.spaceId}, ${stored.id}, ${subjectKind}, ${subjectId}, ${asJson(stored.facts)}, ${asJson(stored.verdict)}, ${stored.reason}, ${context.actor.personId}, ${context.now})`.execute(context.db);
}

/** Newest first. */
export async function listVerdicts(context: Context, subjectId: string): Promise<StoredVerdict[]> {
  const { rows } = await sql<StoredVerdict>`
    select id, facts, verdict, reason, decided_at as "decidedAt" from classification_verdict where subject_id = ${subjectId}::uuid order by decided_at desc, id desc limit 50`.execute(context.db);
  return rows;
}
