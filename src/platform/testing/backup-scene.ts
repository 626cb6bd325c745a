import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { appendAudit, verifyAudit } from '#platform/audit/audit.ts';
import { anonymous } from '#platform/auth/actor.ts';
import { inSpace } from '#platform/db/in-space.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openDatabase, type OpenDatabase } from '#platform/db/open-database.ts';

/** A data directory with a migrated database, for tests of backups: it can be written to, stopped, and looked into again. */
export interface BackupScene {
  home: string;
  dataDirectory: string;
  root: string;
  database: OpenDatabase;
  space: string;
  /** One entry of the audit chain, which is several rows in several tables, all or none. */
  write(event: string): Promise<void>;
  /** Goes on writing with so many hands until it is told to stop; then tells how many were acknowledged. */
  writeOn(hands: number): () => Promise<number>;
  remove(): Promise<void>;
}

export async function openScene(options: { archive?: boolean } = {}): Promise<BackupScene> {
  const home = mkdtempSync(join(tmpdir(), 'cl 备份 '));
  const dataDirectory = join(home, "data 'x'");
  const database = await openDatabase({ databaseUrl: null, dataDirectory }, { log: () => {}, archive: options.archive ?? false });
  await migrate(database.ownerPool);
  const space = randomUUID();
  await database.ownerPool.query(`insert into space (id, name, kind, created_at) values ($1, '{"en":"Own"}', 'own', now())`, [space]);
  mkdirSync(join(dataDirectory, 'files/ab'), { recursive: true });
  writeFileSync(join(dataDirectory, 'files/ab/letter'), 'an upload');
  writeFileSync(join(dataDirectory, 'secret.key'), 'the installation key', { mode: 0o600 });
  const write = (event: string) => writeEvent(database, space, event);
  const scene: BackupScene = {
    home,
    dataDirectory,
    root: join(home, 'backups'),
    database,
    space,
    write,
    writeOn(hands) {
      let isOpen = true;
      let done = 0;
      const hand = async (number: number) => {
        for (let n = 0; isOpen; n += 1) await write(`writer.${number}.${n}`).then(() => (done += 1), () => sleep(10));
      };
      const all = Array.from({ length: hands }, (_unused, number) => hand(number));
      return async () => {
        isOpen = false;
        await Promise.all(all);
        return done;
      };
    },
    async remove() {
      await scene.database.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
  return scene;
}

async function writeEvent(database: OpenDatabase, space: string, event: string): Promise<void> {
  await inSpace(database.app, space, (db) => appendAudit(db, space, { ...anonymous, name: 'Tester' }, new Date(), [{ event, subject: { kind: 'pebble', id: event } }], randomUUID));
}

/** What a data directory or an address holds: the events of a space in their order, and whether the chain is whole. */
export async function lookInto(config: { databaseUrl: string | null; dataDirectory: string }, space: string): Promise<{ events: string[]; intact: boolean }> {
  const database = await openDatabase(config, { log: () => {} });
  try {
    return await inSpace(database.app, space, async (db) => {
      const { rows } = await sql<{ event: string }>`select event from audit_entry where space_id = ${space} order by seq`.execute(db);
      return { events: rows.map(({ event }) => event), intact: (await verifyAudit(db, space)).intact };
    });
  } finally {
    await database.close();
  }
}
