import { sql } from 'kysely';
import type { QueryExecutorProvider } from 'kysely';
import { outsideParents } from './build-code-system.ts';
import type { CodeSystemRows } from './build-code-system.ts';
import type { CodeSystemDraft } from './code-system-draft.ts';

/** What `buildCodeSystem` needs to know of entries outside the draft. */
export async function readOutsideParents(db: QueryExecutorProvider, draft: CodeSystemDraft): Promise<Map<string, string[]>> {
  const ids = outsideParents(draft);
  const table = sql.table(draft.system.kind);
  const { rows } = await sql<{ id: string; ancestors: string[] }>`select id, ancestors from ${table} where id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.ancestors]));
}

export async function isBuiltIn(db: QueryExecutorProvider, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from code_system where id = ${id} and built_in`.execute(db);
  return rows.length > 0;
}

async function write(db: QueryExecutorProvider, table: string, key: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((column) => sql.ref(column));
  if (columns.length === 0) return;
  const changes = Object.keys(rows[0] ?? {}).filter((column) => column !== key).map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  await sql`insert into ${sql.table(table)} (${sql.join(columns)}) select ${sql.join(columns)} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict (${sql.ref(key)}) do update set ${sql.join(changes)}`.execute(db);
}

/** Adds the system or brings it up to date, in the transaction of `db`. Entries it no longer lists stay: records may point at them. */
export async function writeCodeSystem(db: QueryExecutorProvider, { system, territories, geometries, industries }: CodeSystemRows): Promise<void> {
  await write(db, 'code_system', 'id', [system]);
  await write(db, 'territory', 'id', territories);
  await write(db, 'territory_geometry', 'territory_id', geometries);
  await write(db, 'industry', 'id', industries);
}
