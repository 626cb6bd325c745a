import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type IsolationLevel, type Transaction } from 'kysely';
import type { Database } from './connection.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const retries = 3;

export interface InSpaceOptions {
  isolation?: IsolationLevel;
  /** The database itself refuses writes: for reading routes. */
  readOnly?: boolean;
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
      let begin = db.transaction();
      if (options.isolation) begin = begin.setIsolationLevel(options.isolation);
      if (options.readOnly) begin = begin.setAccessMode('read only');
      return await begin.execute(async (transaction) => {
        // A literal, because a distributed database passes SET LOCAL on to its nodes but not set_config(); it was checked above.
        await sql.raw(`set local app.space_id = '${spaceId ?? ''}'`).execute(transaction);
        return await work(transaction);
      });
    } catch (error) {
      if (attempt >= retries || !isTransient(error)) throw error;
      await sleep(10 * 2 ** attempt);
    }
  }
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
