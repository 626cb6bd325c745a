import { Kysely, PostgresDialect, type PostgresPoolClient, type Transaction } from 'kysely';
import pg from 'pg';
import { speakBriefly, StatementNames } from './named-statements.ts';

/** Rooms narrow it to their own tables in their stores. */
export type Database = Kysely<never>;

const oid = { date: 1082, timestamptz: 1184, dateArray: 1182, timestamptzArray: 1185, textArray: 1009 } as const;

const toIso = (text: string) => new Date(text).toISOString();

/**
 * How values arrive: a date as `YYYY-MM-DD` (never a Date, which would shift by time zone), an instant as an ISO string
 * in UTC, bigint and numeric as strings (a float would lose digits), json as objects.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      const list = pg.types.getTypeParser(oid.textArray as never) as unknown as (text: string) => (string | null)[];
      if (type === oid.date) return (text: string) => text;
      if (type === oid.timestamptz) return toIso;
      if (type === oid.dateArray) return list;
      if (type === oid.timestamptzArray) return (text: string) => list(text).map((item) => item && toIso(item));
    }
    return pg.types.getTypeParser(type, format as 'text');
  },
};

export function openPool(config: pg.PoolConfig, log: (line: string) => void): pg.Pool {
  const pool = new pg.Pool({ max: 10, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000, ...config, types: valueTypes });
  // Without a listener an idle connection that the server closes would end the whole program.
  pool.on('error', (error) => log(`A database connection was lost: ${error.message}`));
  // And neither may one that is in use: the query that waits on it fails, which is enough.
  const names = new StatementNames();
  pool.on('connect', (client) => {
    client.on('error', () => {});
    speakBriefly(client, names);
  });
  return pool;
}

export function openKysely(pool: pg.Pool): Database {
  return new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
}

/** Typed queries inside a transaction that somebody else began on this very connection, and will end. */
export function kyselyOn(client: pg.ClientBase): Transaction<never> {
  const query = client.query.bind(client) as PostgresPoolClient['query'];
  const pool = { connect: async () => ({ query, release: () => undefined }), end: async () => undefined };
  return new Kysely<never>({ dialect: new PostgresDialect({ pool }) }) as unknown as Transaction<never>;
}
