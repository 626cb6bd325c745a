import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { migrate } from '#platform/db/migrate.ts';
import { findMigrations, type Migration } from '#platform/db/migration-files.ts';
import { childrenFirst, foreignKeys } from '#platform/db/remove-space.ts';
import { checkFailed } from './backup-problem.ts';
import { tableFolder } from './logical-backup.ts';
import type { LogicalManifest } from './manifest.schema.ts';
import { verifyAllAudit, type AuditSummary } from './restore-checks.ts';
import { oneRow } from './session.ts';

/** The migrations that the backup had, word for word: rows of an older release go into tables of that release. */
export function migrationsOf(manifest: Pick<LogicalManifest, 'migrations' | 'productVersion'>, known: readonly Migration[] = findMigrations()): Migration[] {
  return manifest.migrations.map(({ name, checksum }) => {
    const found = known.find((each) => each.name === name && each.checksum === checksum);
    if (found) return found;
    throw new PlainProblem('backupNewer', {
      en: `This backup was taken by Clusterloom ${manifest.productVersion}, which knows migration ${name}; this release does not. Restore it with that release or a later one.`,
      zh: `该备份由 Clusterloom ${manifest.productVersion} 生成，其中的迁移 ${name} 在当前版本中不存在。请使用该版本或更新的版本恢复。`,
    });
  });
}

/** Fills an empty database in one transaction, which is kept only when counts and audit chains are right. */
export async function restoreLogical(owner: pg.Pool, folder: string, manifest: LogicalManifest): Promise<AuditSummary> {
  const migrations = migrationsOf(manifest);
  await refuseRows(owner);
  await migrate(owner, migrations);
  const client = await owner.connect();
  try {
    await client.query('begin');
    const summary = await fill(client, folder, manifest);
    await client.query('commit');
    await client.query('analyze');
    return summary;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release(true);
  }
}

async function refuseRows(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ there: boolean }>(`select to_regclass('public.space') is not null as there`);
  if (!rows[0]?.there || (await owner.query('select 1 from space limit 1')).rowCount === 0) return;
  throw new PlainProblem('databaseNotEmpty', {
    en: 'The database in DATABASE_URL already holds data. A backup is restored into an empty one only: create a new database and name that.',
    zh: 'DATABASE_URL 指定的数据库中已有数据。备份只能恢复到空数据库：请新建数据库并改用其地址。',
  });
}

async function fill(client: pg.ClientBase, folder: string, manifest: LogicalManifest): Promise<AuditSummary> {
  const tables = Object.keys(manifest.columns);
  const forced = (await client.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`)).rows.map(({ name }) => name);
  // The owner is bound by the spaces as well; inside this transaction only, nobody else sees the tables so.
  for (const name of forced) await client.query(`alter table public."${name}" no force row level security`);
  await client.query(`truncate ${tables.map((name) => `public."${name}"`).join(', ')}`);
  const links = await foreignKeys(client);
  for (const name of childrenFirst(tables, links).reverse()) {
    const target = client.query(copyFrom(`copy public."${name}" (${(manifest.columns[name] ?? []).join(', ')}) from stdin`));
    await pipeline(createReadStream(join(folder, tableFolder, `${name}.copy.gz`)), createGunzip(), target);
    const { n } = await oneRow<{ n: number }>(client, `select count(*)::int as n from public."${name}"`);
    if (n !== manifest.tables[name]) throw checkFailed({ en: `table ${name} has ${n} rows, the backup had ${manifest.tables[name]}`, zh: `表 ${name} 有 ${n} 行，备份时为 ${manifest.tables[name]} 行` });
  }
  await setSequences(client);
  for (const name of forced) await client.query(`alter table public."${name}" force row level security`);
  return await verifyAllAudit(client);
}

/** Numbers that the database gives out go on after the highest one that was carried over. */
async function setSequences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(format('public.%I', c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and pg_get_serial_sequence(format('public.%I', c.relname), a.attname) is not null`);
  for (const { table, column, sequence } of rows) await client.query(`select setval($1, greatest((select max("${column}") from public."${table}"), 1), (select count(*) > 0 from public."${table}"))`, [sequence]);
}
