import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbedded } from './embedded.ts';

const commits = 50;
const canTrace = spawnSync('strace', ['-c', 'true']).status === 0;

/** How often the server asked the disk to have it for good, while so many transactions were acknowledged one after the other; null where processes may not be watched. */
async function flushesOf(durable: boolean): Promise<number | null> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'cl-flush-'));
  onTestFinished(() => rmSync(dataDirectory, { recursive: true, force: true }));
  const embedded = await startEmbedded({ dataDirectory, durable, log: () => {} });
  const client = new pg.Client(embedded.ownerConfig);
  try {
    await client.connect();
    await client.query('create table pebble (n int)');
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const tracer = spawn('strace', ['-e', 'trace=fdatasync,fsync', '-p', String(rows[0]?.pid)], { stdio: ['ignore', 'ignore', 'pipe'] });
    let trace = '';
    tracer.stderr.on('data', (chunk: Buffer) => (trace += chunk.toString()));
    for (let waited = 0; waited < 10_000 && !trace.includes('attached') && tracer.exitCode === null; waited += 20) await sleep(20);
    if (!trace.includes('attached')) return null;
    for (let n = 0; n < commits; n += 1) await client.query('insert into pebble values ($1)', [n]);
    await sleep(100);
    const ended = once(tracer, 'exit');
    tracer.kill('SIGINT');
    await ended;
    return [...trace.matchAll(/f(?:data)?sync\(\d+\)/g)].length;
  } finally {
    await client.end();
    await embedded.stop();
  }
}

test.runIf(canTrace)(`acknowledged means flushed: at least one flush for each commit${canTrace ? '' : ' (skipped: no strace here)'}`, { timeout: 60_000 }, async (context) => {
  const flushes = await flushesOf(true);
  if (flushes === null) return context.skip('processes may not be watched here');
  console.log(`${commits} commits, ${flushes} flushes`);
  expect(flushes).toBeGreaterThanOrEqual(commits);
  // The mutant: the same with durability switched off, as throwaway databases have it.
  expect(await flushesOf(false)).toBe(0);
});
