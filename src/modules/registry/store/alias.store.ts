import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { SubjectKind } from '../words/record.schema.ts';
import type { Alias } from '../words/statement.schema.ts';
import { nameColumnsOf } from './naming.ts';
import { refreshOrganisationSearch } from './organisation-write.store.ts';

const columns = sql`id, subject_kind as "subjectKind", subject_id as "subjectId", name, language, kind`;

export async function aliasesOf(db: SpaceDb, kind: SubjectKind, id: string): Promise<Alias[]> {
  const { rows } = await sql<Alias>`select ${columns} from alias where subject_kind = ${kind} and subject_id = ${id} order by kind, name`.execute(db);
  return rows;
}

export async function findAlias(db: SpaceDb, id: string): Promise<Alias | null> {
  const { rows } = await sql<Alias>`select ${columns} from alias where id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** False when the record carries this alias already. */
export async function insertAlias(db: SpaceDb, alias: Alias): Promise<boolean> {
  const done = await sql`
    insert into alias (space_id, id, subject_kind, subject_id, name, language, kind)
    values (current_space(), ${alias.id}::uuid, ${alias.subjectKind}, ${alias.subjectId}, ${alias.name}, ${alias.language}, ${alias.kind}) on conflict do nothing`.execute(db);
  return (done.numAffectedRows ?? 0n) > 0n;
}

export async function deleteAlias(db: SpaceDb, id: string): Promise<void> {
  await sql`delete from alias where id = ${id}::uuid`.execute(db);
}

/** Name of the record an alias belongs to; null for reference records, which keep no space's search text. */
export async function nameOfSubject(db: SpaceDb, kind: SubjectKind, id: string): Promise<Name | null> {
  if (kind === 'territory') return null;
  const { rows } = await sql<{ name: Name }>`select name from ${sql.table(kind)} where id = ${id}::uuid`.execute(db);
  return rows[0]?.name ?? null;
}

/** Search finds a record by its aliases too, so the stored search text follows every change of them. */
export async function refreshSearch(db: SpaceDb, kind: SubjectKind, id: string): Promise<void> {
  if (kind === 'organisation') return refreshOrganisationSearch(db, id);
  const name = await nameOfSubject(db, kind, id);
  if (!name) return;
  const aliases = (await aliasesOf(db, kind, id)).map((alias) => alias.name);
  const { searchText, grams } = nameColumnsOf(name, { aliases });
  await sql`update ${sql.table(kind)} set search_text = ${searchText}, grams = ${grams}::text[] where id = ${id}::uuid`.execute(db);
}
