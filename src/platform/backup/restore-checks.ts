import type pg from 'pg';
import { verifyAudit } from '#platform/audit/audit.ts';
import { kyselyOn } from '#platform/db/connection.ts';
import { checkFailed } from './backup-problem.ts';
import type { Manifest } from './manifest.schema.ts';
import { countTables, listTables } from './quiet-moment.ts';

export interface AuditSummary {
  spaces: number;
  entries: number;
}

/** The audit chains of all spaces, inside the caller's transaction. */
export async function verifyAllAudit(client: pg.ClientBase): Promise<AuditSummary> {
  const spaces = (await client.query<{ id: string }>('select id from space order by created_at')).rows;
  const db = kyselyOn(client);
  let entries = 0;
  for (const { id } of spaces) {
    await client.query(`select set_config('app.space_id', $1, true)`, [id]);
    const verdict = await verifyAudit(db, id);
    if (!verdict.intact) throw checkFailed({ en: `the audit chain of space ${id} breaks at entry ${verdict.brokenAt?.seq}`, zh: `空间 ${id} 的审计链在第 ${verdict.brokenAt?.seq} 条断开` });
    entries += verdict.entries;
  }
  await client.query(`select set_config('app.space_id', '', true)`);
  return { spaces: spaces.length, entries };
}

/** As many rows in every table as were counted when the backup was taken; about as many where writers gave no pause then. */
export async function checkCounts(superuser: pg.ClientBase, manifest: Manifest): Promise<void> {
  const found = await countTables(superuser, await listTables(superuser));
  for (const [table, rows] of Object.entries(manifest.tables)) {
    const slack = manifest.countsExact ? 0 : 1000 + rows * 0.01;
    const there = found[table];
    if (there !== undefined && Math.abs(there - rows) <= slack) continue;
    throw checkFailed({ en: `table ${table} has ${found[table] ?? 'no'} rows, the backup had ${rows}`, zh: `表 ${table} 有 ${found[table] ?? 0} 行，备份时为 ${rows} 行` });
  }
}

/** Lets the server look through every table and every index for contradictions (its own extension amcheck). The extension is not kept. */
export async function checkStructure(superuser: pg.ClientBase): Promise<{ tables: number; indexes: number }> {
  await superuser.query('begin');
  try {
    await superuser.query('create extension if not exists amcheck');
    const broken = await superuser.query<{ name: string; msg: string }>(`
      select c.oid::regclass::text as name, v.msg from pg_class c, lateral verify_heapam(c.oid::regclass) v
      where c.relkind in ('r', 'm', 't') and c.relpersistence = 'p' limit 1`);
    if (broken.rows[0]) throw checkFailed({ en: `table ${broken.rows[0].name} is damaged: ${broken.rows[0].msg}`, zh: `表 ${broken.rows[0].name} 已损坏：${broken.rows[0].msg}` });
    const { rows } = await superuser.query<{ n: number }>(`
      select count(*)::int as n from (
        select bt_index_check(i.indexrelid::regclass, true) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
        where a.amname = 'btree' and i.indisvalid and c.relpersistence = 'p' and c.relkind = 'i') checked`);
    const tables = await superuser.query<{ n: number }>(`select count(*)::int as n from pg_class where relkind in ('r', 'm', 't') and relpersistence = 'p'`);
    return { tables: tables.rows[0]?.n ?? 0, indexes: rows[0]?.n ?? 0 };
  } catch (error) {
    const code = (error as { code?: string }).code;
    // XX001 and XX002: corrupted data, corrupted index.
    if (code === 'XX001' || code === 'XX002') throw checkFailed({ en: (error as Error).message, zh: `数据库内部结构损坏（${(error as Error).message}）` });
    throw error;
  } finally {
    await superuser.query('rollback');
  }
}
