import { sql } from 'kysely';
import { actedName } from '#platform/auth/acted-name.ts';
import { asJson, isoTime } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { DiagnosisEntry, DiagnosisHeading, DiagnosisInput, Evidence } from '../words/diagnosis.schema.ts';

const columns = sql`entry.id, entry.heading, entry.number, entry.judgement, entry.text, entry.evidence, entry.written_by_name as "writtenByName", ${isoTime('entry.written_at')} as "writtenAt", entry.sample`;

/** The newest under each heading, or all under one, newest first. */
export async function listEntries(context: Context, clusterId: string, heading: DiagnosisHeading | null): Promise<DiagnosisEntry[]> {
  const { rows } = heading === null
    ? await sql<DiagnosisEntry>`select distinct on (entry.heading) ${columns} from diagnosis_entry entry where entry.cluster_id = ${clusterId}::uuid order by entry.heading, entry.number desc`.execute(context.db)
    : await sql<DiagnosisEntry>`select ${columns} from diagnosis_entry entry where entry.cluster_id = ${clusterId}::uuid and entry.heading = ${heading} order by entry.number desc limit 100`.execute(context.db);
  return rows;
}

/** False when somebody else wrote under the heading meanwhile. */
export async function insertEntry(context: Context, clusterId: string, heading: DiagnosisHeading, given: Omit<DiagnosisInput, 'evidence'>, evidence: readonly Evidence[], sample: boolean, byName = actedName(context.actor, context.language)): Promise<boolean> {
  const { rows } = await sql`insert into diagnosis_entry (space_id, id, cluster_id, heading, number, judgement, text, evidence, written_by, written_by_name, written_at, sample)
    select ${context.spaceId}::uuid, ${context.newId()}::uuid, ${clusterId}::uuid, ${heading}, ${given.after}::int + 1, ${given.judgement}, ${asJson(given.text)}, ${asJson(evidence)}, ${context.actor.personId}::uuid, ${byName}, ${context.now}, ${sample}
    where coalesce((select max(number) from diagnosis_entry where cluster_id = ${clusterId}::uuid and heading = ${heading}), 0) = ${given.after}::int on conflict do nothing returning id`.execute(context.db);
  return rows.length > 0;
}
