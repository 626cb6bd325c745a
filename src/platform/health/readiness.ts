import type pg from 'pg';
import { pendingMigrations } from '#platform/db/migrate.ts';

/** Why nothing is served yet, or any more. */
export type NotReady = 'databaseUnreachable' | 'schemaBehind' | 'stopping';

export const notReadyWords: Readonly<Record<NotReady, { zh: string; en: string }>> = {
  databaseUnreachable: { zh: '数据库无法访问。', en: 'The database cannot be reached.' },
  schemaBehind: { zh: '数据库结构与程序版本不一致。', en: 'The database schema does not fit this release.' },
  stopping: { zh: '系统正在停止。', en: 'The product is stopping.' },
};

export interface Readiness {
  /** Null when everything is ready. */
  read(): Promise<NotReady | null>;
  /** From here on no new requests are wanted. */
  stop(): void;
}

const patience = 2000;

/** Asked every few seconds by whoever watches; the schema can't fall behind while we run, so it is looked at until it fits once. */
export function readinessOf(database: { appPool: pg.Pool; ownerPool: pg.Pool }): Readiness {
  let isStopping = false;
  let fits = false;
  return {
    stop: () => {
      isStopping = true;
    },
    read: async () => {
      if (isStopping) return 'stopping';
      const answered = await Promise.race([database.appPool.query('select 1').then(() => true, () => false), new Promise<false>((resolve) => setTimeout(() => resolve(false), patience).unref())]);
      if (!answered) return 'databaseUnreachable';
      if (!fits) fits = await pendingMigrations(database.ownerPool).then((pending) => pending.length === 0, () => false);
      return fits ? null : 'schemaBehind';
    },
  };
}
