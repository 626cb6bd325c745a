import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import PgBoss from 'pg-boss';
import type { SpaceDb } from '#platform/module/module.ts';

/**
 * Two lanes, so that an hour of computing never keeps a notice waiting: work that somebody watches (it has a title) and
 * everything else.
 */
export const lanes = ['quick', 'long'] as const;
export type Lane = (typeof lanes)[number];

/** What lies in the queue beside the library's own columns. */
export interface Payload {
  kind: string;
  spaceId: string | null;
  personId: string | null;
  data: Record<string, unknown>;
  /** Instant by the product's clock, where the job is not to start at once. */
  startAfter?: string;
  /** It has a row in the table `job`. */
  visible?: true;
  /** A schedule sent it. */
  schedule?: true;
}

export interface Fetched {
  id: string;
  lane: Lane;
  payload: Payload;
  /** Tries before this one. */
  tried: number;
  /** Whether a failure of this try is the end. */
  lastTry: boolean;
}

/** Statements of the library in the caller's transaction. */
export function inTransaction(db: SpaceDb): PgBoss.Db {
  return { executeSql: async (text, values) => ({ rows: (await db.executeQuery(CompiledQuery.raw(text, values))).rows }) };
}

function overPool(pool: Pick<pg.Pool | pg.ClientBase, 'query'>): PgBoss.Db {
  return { executeSql: (text, values) => pool.query(text, values) };
}

/** The library without its own loops: it knows the statements, our worker decides when they run. */
export function openBoss(pool: Pick<pg.Pool | pg.ClientBase, 'query'>): PgBoss {
  const fortnight = 14 * 86_400;
  return new PgBoss({ db: overPool(pool), schedule: false, supervise: false, migrate: false, archiveCompletedAfterSeconds: fortnight, archiveFailedAfterSeconds: fortnight, deleteAfterDays: 1 });
}

/** Makes or renews the queue's schema, as the owner of the database, and lets the app role work in it. */
export async function installQueue(owner: pg.ClientBase): Promise<void> {
  const boss = new PgBoss({ db: overPool(owner), schedule: false, supervise: false, migrate: true });
  await boss.start();
  // `short`: of the jobs with one key at most one waits.
  for (const lane of lanes) await boss.createQueue(lane, { name: lane, policy: 'short' });
  await owner.query('grant usage on schema pgboss to clusterloom_app');
  await owner.query('grant select, insert, update, delete on all tables in schema pgboss to clusterloom_app');
}
