import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, DummyDriver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql, Transaction, type DatabaseConnection, type Dialect, type IsolationLevel } from 'kysely';
import type { Database } from './connection.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const retries = 3;

export interface InSpaceOptions {
  isolation?: IsolationLevel;
  /** The database itself refuses writes: for reading routes. */
  readOnly?: boolean;
  /** Each statement ends after this time, with what `databaseTrouble` calls a timeout. */
  statementMs?: number;
}

/**
 * One transaction that sees the rows of one space. Null is for work that belongs to no space (sign-in, the list of
 * spaces): no row of any room is visible then. After a serialization failure or a deadlock the whole work runs again,
 * up to three times, so it must have no effect outside the database until it returns.
 */
export async function inSpace<Value>(
  db: Database,
  spaceId: string | null,
  work: (transaction: Transaction<never>) => Promise<Value>,
  options: InSpaceOptions = {},
): Promise<Value> {
  if (spaceId !== null && !uuid.test(spaceId)) throw new Error('A space id must be a UUID.');
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await db.getExecutor().provideConnection((connection) => runOn(db, connection, opening(spaceId, options), work));
    } catch (error) {
      if (attempt >= retries || !isTransient(error)) throw error;
      await sleep(10 * 2 ** attempt);
    }
  }
}

interface Opening {
  begin: string;
  /** What such a transaction has read is true whether or not its end succeeds. */
  isPlain: boolean;
}

/** One message instead of three: what a request costs is mostly the number of times it speaks with the database. */
function opening(spaceId: string | null, options: InSpaceOptions): Opening {
  const mode = [...(options.isolation ? [`isolation level ${options.isolation}`] : []), ...(options.readOnly ? ['read only'] : [])].join(' ');
  const limit = options.statementMs ? `; set local statement_timeout = ${Math.ceil(options.statementMs)}` : '';
  // A literal, because a distributed database passes SET LOCAL on to its nodes but not set_config(); it was checked above.
  return { begin: `begin ${mode}; set local app.space_id = '${spaceId ?? ''}'${limit}`, isPlain: options.isolation === undefined };
}

async function runOn<Value>(db: Database, connection: DatabaseConnection, { begin, isPlain }: Opening, work: (transaction: Transaction<never>) => Promise<Value>): Promise<Value> {
  const told = { writes: false };
  const transaction = transactionOn(db, connection, told);
  // The work's first statement travels in the same packet. Should the opening fail, it runs in no space and sees nothing.
  const opened = connection.executeQuery(CompiledQuery.raw(begin));
  opened.catch(() => undefined);
  try {
    const value = await work(transaction);
    await opened;
    const committed = connection.executeQuery(CompiledQuery.raw('commit'));
    // Who only looked has nothing to keep: nobody waits, and the end travels with the opening of the next transaction.
    if (told.writes || !isPlain) await committed;
    else committed.catch(() => undefined);
    return value;
  } catch (error) {
    // What failed first is the cause: without its opening the work saw nothing, and complains of that.
    const cause = await opened.then(() => error, (failure: unknown) => failure);
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
    throw cause;
  }
}

/** Anything else may write, also a `with`. */
const looks = /^\s*select\b/i;

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

/** Statements go to the connection at once, in order; Kysely's own transaction would wait for each answer before it sends the next. */
function transactionOn(db: Database, connection: DatabaseConnection, told: { writes: boolean }): Transaction<never> {
  const watched: DatabaseConnection = {
    executeQuery: (query) => {
      if (!looks.test(query.sql)) told.writes = true;
      return connection.executeQuery(query);
    },
    streamQuery: (query, size) => connection.streamQuery(query, size),
  };
  const executor = db.getExecutor().withConnectionProvider({ provideConnection: (use) => use(watched) });
  return new Transaction<never>({ config: { dialect }, dialect, driver: new DummyDriver(), executor });
}

function isTransient(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === '40001' || code === '40P01';
}

/** Moves the rest of a running transaction into another space. */
export async function enterSpace(transaction: Transaction<never>, spaceId: string): Promise<void> {
  if (!uuid.test(spaceId)) throw new Error('A space id must be a UUID.');
  await sql.raw(`set local app.space_id = '${spaceId}'`).execute(transaction);
}
