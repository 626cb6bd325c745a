import { spawn, type ChildProcess } from 'node:child_process';
import { upgrade } from '#platform/backup/upgrade.ts';
import { findMigrations, type Migration } from '#platform/db/migration-files.ts';
import { openDatabase } from '#platform/db/open-database.ts';

/** An upgrade in a process of its own, for tests that kill it. `said` grows while it speaks. */
export function spawnUpgrade(dataDirectory: string, root: string, extra: readonly Migration[]): { child: ChildProcess; said(): string } {
  const child = spawn(process.execPath, ['--import', 'tsx', import.meta.filename, dataDirectory, root, JSON.stringify(extra)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return { child, said: () => text };
}

if (process.argv[1] === import.meta.filename) {
  const [dataDirectory = '', root = '', extra = '[]'] = process.argv.slice(2);
  const database = await openDatabase({ databaseUrl: null, dataDirectory }, { log: console.log });
  const migrations = [...findMigrations(), ...(JSON.parse(extra) as Migration[])];
  await upgrade(database, { root, dataDirectory, productVersion: '0.2.0', withBackup: true, migrations, now: () => new Date(), say: ({ en }) => console.log(en) });
  console.log('upgraded');
  await database.close();
}
