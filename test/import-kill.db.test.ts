import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { query } from './run-in-space.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'cl-import-kill-'));
const bundle = join(root, '.cache', `import-kill-${process.pid}.mjs`);
const file = join(folder, 'firms.csv');
const rows = 6000;
const database = await freshDatabase();
const space = await database.createSpace();

beforeAll(async () => {
  writeFileSync(file, `名称,代码,所在城市\n${Array.from({ length: rows }, (_, at) => `样例第${at}厂,K${at},佛山市`).join('\n')}\n`);
  await build({ absWorkingDir: root, entryPoints: [join(root, 'src/api/import-organisations.run.ts')], outfile: bundle, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'silent' });
}, 60_000);
afterAll(() => {
  rmSync(bundle, { force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** The import in a process of its own; killed so long after its first part was written, or left alone. Whether it ended by itself. */
async function importOnce(killAfter: number | null): Promise<boolean> {
  const child = spawn(process.execPath, [bundle, JSON.stringify(database.configs), space, file], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (part: Buffer) => (printed += part.toString()));
  const ended = once(child, 'exit');
  if (killAfter !== null) {
    while (!printed.includes('PART') && child.exitCode === null) await sleep(5);
    await sleep(killAfter);
    child.kill('SIGKILL');
  }
  await ended;
  return printed.includes('RESULT');
}

async function standing(): Promise<{ batches: number; applied: number; organisations: number; lines: number; verdicts: number; records: number }> {
  // The database may still be rolling back what the killed program left.
  for (let waited = 0; waited < 20_000; waited += 50) {
    const { rows: open } = await database.ownerPool.query<{ open: number }>(`select count(*)::int as open from pg_stat_activity where datname = current_database() and usename <> current_user and state <> 'idle'`);
    if (open[0]?.open === 0) break;
    await sleep(50);
  }
  const [found] = await query<Awaited<ReturnType<typeof standing>>>(database, space, `select (select count(*)::int from import_batch) as batches, (select count(*)::int from import_batch where state = 'applied') as applied,
    (select count(*)::int from organisation) as organisations, (select count(*)::int from import_row) as lines, (select count(*)::int from import_verdict) as verdicts, (select count(*)::int from import_record) as records`);
  if (!found) throw new Error('one line');
  return found;
}

it('kill -9 at any moment of an import leaves nothing or all of it, and the same file again changes nothing', async () => {
  const nothing = { batches: 0, applied: 0, organisations: 0, lines: 0, verdicts: 0, records: 0 };
  const all = { batches: 1, applied: 1, organisations: rows, lines: rows, verdicts: rows, records: rows };
  for (const delay of [0, 120, 400]) {
    const isDone = await importOnce(delay);
    const found = await standing();
    // Killed between the commit and the last word, all of it stands.
    expect([nothing, all]).toContainEqual(found);
    if (isDone) expect(found).toEqual(all);
    if (found.applied === 1) break;
  }
  if ((await standing()).applied === 0) expect(await importOnce(null)).toBe(true);
  expect(await standing()).toEqual(all);
  expect(await importOnce(null)).toBe(true);
  expect(await standing()).toMatchObject({ batches: 2, applied: 1, organisations: rows, records: rows });
}, 240_000);
