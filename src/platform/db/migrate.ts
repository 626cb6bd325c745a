import type pg from 'pg';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { installQueue } from '#platform/jobs/boss.ts';
import { findMigrations, type Migration } from './migration-files.ts';
import { splitStatements } from './sql-statements.ts';

// Any constant will do; it only has to be the same in every process that migrates.
const lockKey = 7_202_611_220;

/** Looks at the database inside the very transaction that changes it; what it throws takes everything back. */
export interface Inspection {
  before(client: pg.ClientBase, pending: readonly Migration[]): Promise<void>;
  after(client: pg.ClientBase, pending: readonly Migration[]): Promise<void>;
}

/**
 * Brings the schema to the newest state and returns the names that were applied. All files together, with their lines in
 * schema_migration, are one transaction: a run that fails or is killed leaves the state before. Runs that meet wait for
 * each other.
 */
export async function migrate(owner: pg.Pool, migrations: readonly Migration[] = findMigrations(), inspection?: Inspection): Promise<string[]> {
  const client = await owner.connect();
  try {
    await client.query(`select pg_advisory_lock(${lockKey})`);
    await client.query(
      'create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    await grantToApp(client);
    const pending = await findPending(client, migrations);
    if (pending.length > 0) await applyAll(client, pending, inspection);
    await installQueue(client);
    return pending.map(({ name }) => name);
  } finally {
    // The lock belongs to the session, so the session ends here.
    client.release(true);
  }
}

/** Names that are not applied yet; for readiness. */
export async function pendingMigrations(owner: pg.Pool, migrations: readonly Migration[] = findMigrations()): Promise<string[]> {
  const client = await owner.connect();
  try {
    return (await findPending(client, migrations)).map(({ name }) => name);
  } finally {
    client.release();
  }
}

async function findPending(client: pg.ClientBase, migrations: readonly Migration[]): Promise<Migration[]> {
  const applied = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration order by name');
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied.rows) {
    const migration = known.get(name);
    if (!migration) throw databaseIsNewer(name);
    if (migration.checksum !== checksum) throw migrationChanged(name);
  }
  const done = new Set(applied.rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function applyAll(client: pg.ClientBase, pending: readonly Migration[], inspection: Inspection | undefined): Promise<void> {
  await client.query('begin');
  try {
    await inspection?.before(client, pending);
    for (const migration of pending) await apply(client, migration);
    await inspection?.after(client, pending);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  let statement = '';
  try {
    for (statement of splitStatements(migration.text)) await client.query(statement);
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [migration.name, migration.checksum]);
  } catch (error) {
    const reason = (error as Error).message;
    throw new PlainProblem(
      'migrationFailed',
      {
        en: `Migration ${migration.name} failed, and nothing of it was kept: ${reason}\n  ${statement.slice(0, 300)}`,
        zh: `数据库迁移 ${migration.name} 失败，已全部撤回：${reason}`,
      },
      error,
    );
  }
}

/** Rights on every table to come; a room's migration takes away what the app must not do, such as changing the audit. */
async function grantToApp(client: pg.ClientBase): Promise<void> {
  await client.query('alter default privileges in schema public grant select, insert, update, delete on tables to clusterloom_app');
  await client.query('alter default privileges in schema public grant usage, select on sequences to clusterloom_app');
  await client.query('grant select on schema_migration to clusterloom_app');
  const usage = await client.query<{ allowed: boolean }>("select has_schema_privilege('clusterloom_app', 'public', 'usage') as allowed");
  if (!usage.rows[0]?.allowed) await client.query('grant usage on schema public to clusterloom_app');
}

function databaseIsNewer(name: string): PlainProblem {
  return new PlainProblem('databaseNewer', {
    en: `This database was changed by a newer Clusterloom (migration ${name} is not known here). Start the newer release.`,
    zh: `该数据库已由更新版本的 Clusterloom 升级（当前版本没有迁移 ${name}）。请使用更新的版本启动。`,
  });
}

function migrationChanged(name: string): PlainProblem {
  return new PlainProblem('migrationChanged', {
    en: `Migration ${name} was edited after it had been applied here. Restore it and put the change into a new migration; a database used for development only may be deleted instead.`,
    zh: `迁移 ${name} 在本数据库执行之后又被修改。请恢复原文件，并将改动写入新的迁移；仅供开发使用的数据库可直接删除重建。`,
  });
}
