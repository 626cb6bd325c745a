import pg from 'pg';
import { trustArraySearch } from '../array-search.ts';
import { superuser } from './initialise.ts';

export const ownerRole = 'clusterloom_owner';
export const appRole = 'clusterloom_app';
export const databaseName = 'clusterloom';

/** The owner changes tables and is bound by row-level security when it is forced; the app role can do neither. Safe to repeat. */
export async function ensureRoles(socketDirectory: string): Promise<string> {
  const client = new pg.Client({ host: socketDirectory, user: superuser, database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  try {
    const roles = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [[ownerRole, appRole]]);
    const present = new Set(roles.rows.map((row) => row.rolname));
    if (!present.has(ownerRole)) await client.query(`create role ${ownerRole} login nosuperuser nobypassrls nocreaterole createdb`);
    if (!present.has(appRole)) await client.query(`create role ${appRole} login nosuperuser nobypassrls nocreaterole nocreatedb`);
    const databases = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (databases.rowCount === 0) {
      await prepareDatabase(socketDirectory, 'template1');
      await client.query(`create database ${databaseName} owner ${ownerRole}`);
    }
    await prepareDatabase(socketDirectory, databaseName);
    const version = await client.query<{ server_version: string }>('show server_version');
    return version.rows[0]?.server_version ?? '';
  } finally {
    await client.end();
  }
}

async function prepareDatabase(socketDirectory: string, database: string): Promise<void> {
  const client = new pg.Client({ host: socketDirectory, user: superuser, database });
  client.on('error', () => {});
  await client.connect();
  try {
    await trustArraySearch(client);
  } finally {
    await client.end();
  }
}
