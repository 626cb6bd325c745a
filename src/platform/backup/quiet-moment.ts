import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { oneRow, withSession } from './session.ts';

const attempts = 8;

export interface QuietMoment {
  at: string;
  lsn: string;
  exact: boolean;
  tables: Record<string, number>;
}

/**
 * Tables of the product and of its queue, quoted as the database writes them. Those that every request writes at its end
 * come last: locked in the order of the writers, the ones that are under way can finish.
 */
const ownTables = `
  select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  order by array_position(array['idempotency_key', 'audit_head', 'audit_entry'], c.relname::text) nulls first, 1`;

/**
 * Finds an instant at which nobody writes, names it in the write-ahead log, and counts every table as it was then. Writers
 * wait for some milliseconds while all tables are locked against them; counting happens afterwards, from a snapshot that
 * was taken inside. So a restore that ends at this name must find exactly these counts.
 */
export async function markQuietMoment(superuser: pg.ClientConfig, name: string): Promise<QuietMoment> {
  return await withSession(superuser, (locker) =>
    withSession(superuser, async (reader) => {
      const tables = (await locker.query<{ name: string }>(ownTables)).rows.map((row) => row.name);
      await reader.query('begin isolation level repeatable read read only');
      const exact = await lockAll(locker, tables);
      await reader.query('select 1');
      const { lsn, at } = await oneRow<{ lsn: string; at: string }>(locker, 'select pg_create_restore_point($1)::text as lsn, clock_timestamp() as at', [name]);
      await locker.query('rollback');
      const counts = await countTables(reader, tables);
      await reader.query('commit');
      return { at, lsn, exact, tables: counts };
    }),
  );
}

export async function countTables(client: pg.ClientBase, tables: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table.replace(/^public\./, '')] = (await oneRow<{ n: number }>(client, `select count(*)::int as n from ${table}`)).n;
  return counts;
}

export async function listTables(client: pg.ClientBase): Promise<string[]> {
  return (await client.query<{ name: string }>(ownTables)).rows.map((row) => row.name);
}

/** Gives way rather than letting a writer fail: it waits briefly, lets go of everything and tries again. False when the writers never paused. */
async function lockAll(locker: pg.Client, tables: readonly string[]): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await locker.query('begin');
    // An autovacuum that stands in the way is sent away after this time; should a writer and we wait for each other, we are the one to give up.
    await locker.query(`set local deadlock_timeout = '100ms'`);
    await locker.query(`set local lock_timeout = '400ms'`);
    try {
      if (tables.length > 0) await locker.query(`lock table ${tables.join(', ')} in share mode`);
      return true;
    } catch (error) {
      await locker.query('rollback');
      if (!['55P03', '40P01'].includes((error as { code?: string }).code ?? '')) throw error;
      await sleep(50 + attempt * 25);
    }
  }
  await locker.query('begin');
  return false;
}
