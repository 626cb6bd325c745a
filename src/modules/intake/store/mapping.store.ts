import { sql } from 'kysely';
import { isoTime } from '#platform/db/row-sql.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Remembered, RememberedFields } from '../words/mapping.rules.ts';

const columns = sql`id, number, fields, constants, file_name as "fileName", ${isoTime('used_at')} as "usedAt"`;
const considered = 30;

/** Mappings of this source (or of files without one) onto this target, the last used first. */
export async function rememberedMappings(db: SpaceDb, target: string, sourceId: string | null): Promise<Remembered[]> {
  return (await sql<Remembered>`select ${columns} from import_mapping where target = ${target} and source_id is not distinct from ${sourceId}::uuid order by used_at desc, number desc limit ${considered}`.execute(db)).rows;
}

export async function findMapping(db: SpaceDb, id: string): Promise<Remembered | null> {
  return (await sql<Remembered>`select ${columns} from import_mapping where id = ${id}`.execute(db)).rows[0] ?? null;
}

export interface NewMapping {
  id: string;
  target: string;
  sourceId: string | null;
  fields: RememberedFields;
  constants: Readonly<Record<string, string>>;
  signature: string;
  fileName: string;
}

/** Keeps the mapping under the next number of its source; the same mapping used again keeps its number. Answers its id. */
export async function keepMapping(db: SpaceDb, spaceId: string, mapping: NewMapping, now: Date): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import_mapping ${spaceId} ${mapping.target} ${mapping.sourceId ?? ''}`}, 0))`.execute(db);
  const whose = sql`target = ${mapping.target} and source_id is not distinct from ${mapping.sourceId}::uuid`;
  const [fields, constants] = [JSON.stringify(mapping.fields), JSON.stringify(mapping.constants)];
  const same = await sql<{ id: string }>`
    update import_mapping set used_at = ${now}, file_name = ${mapping.fileName} where ${whose} and signature = ${mapping.signature} and fields = ${fields}::jsonb and constants = ${constants}::jsonb returning id`.execute(db);
  if (same.rows[0]) return same.rows[0].id;
  const last = await sql<{ number: number | null }>`select max(number) as number from import_mapping where ${whose}`.execute(db);
  await sql`insert into import_mapping (space_id, id, source_id, target, number, fields, constants, signature, file_name, created_at, used_at)
    values (${spaceId}, ${mapping.id}, ${mapping.sourceId}::uuid, ${mapping.target}, ${(last.rows[0]?.number ?? 0) + 1}, ${fields}::jsonb, ${constants}::jsonb, ${mapping.signature}, ${mapping.fileName}, ${now}, ${now})`.execute(db);
  return mapping.id;
}
