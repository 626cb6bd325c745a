import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { killHard, spawnLauncher } from '#platform/testing/launcher-process.ts';
import { findBinaries } from './binaries.ts';
import { joinEmbedded, startEmbedded, type EmbeddedDatabase, type EmbeddedOptions } from './embedded.ts';
import { processState } from './process-state.ts';

const isRoot = process.getuid?.() === 0;
let lines: string[] = [];

afterEach(() => {
  lines = [];
});

/** A path as people have them: with a space and Chinese characters. */
function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'cl 产业集群 '));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function start(dataDirectory: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const embedded = await startEmbedded({ dataDirectory, log: (line) => lines.push(line), ...options });
  onTestFinished(() => embedded.stop());
  return embedded;
}

async function ask<Row extends pg.QueryResultRow>(config: pg.PoolConfig, text: string): Promise<Row[]> {
  // A server that dies while it is asked may never answer; nobody waits for that.
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 10_000, query_timeout: 30_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await Promise.race([client.end().catch(() => {}), sleep(1000)]);
  }
}

async function problemOf(work: Promise<unknown>): Promise<PlainProblem> {
  const problem = await work.then(
    () => expect.unreachable('it should have been refused'),
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(PlainProblem);
  expect((problem as PlainProblem).zh).toMatch(/\p{Script=Han}/u);
  return problem as PlainProblem;
}

describe('start and stop', () => {
  test('a first start, a clean stop, and a second start that finds everything again', async () => {
    const directory = newDirectory();
    const first = await start(directory);
    await ask(first.ownerConfig, 'create table pebble (name text)');
    await ask(first.ownerConfig, `insert into pebble values ('重庆'), ('安徽'), ('上海'), ('北京')`);
    const pid = first.serverPid();
    await first.stop();
    expect(processState(pid)).toBe('gone');
    expect(existsSync(first.socketDirectory)).toBe(false);
    expect(readdirSync(directory).sort()).toEqual(['postgres', 'postgres.log']);

    const second = await start(directory);
    const rows = await ask<{ name: string }>(second.ownerConfig, 'select name from pebble order by name collate "zh-x-icu"');
    expect(rows.map((row) => row.name)).toEqual(['安徽', '北京', '重庆', '上海']);
    expect(lines.filter((line) => line.includes('first time'))).toHaveLength(1);
  });

  test('durable, without a network port, and with three roles that differ in power', async () => {
    const embedded = await start(newDirectory());
    const settings = `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit,
      current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding`;
    expect(await ask(embedded.appConfig, settings)).toEqual([{ fsync: 'on', pages: 'on', commit: 'on', addresses: '', encoding: 'UTF8' }]);
    const role = 'select current_user as name, rolsuper or rolbypassrls as powerful from pg_roles where rolname = current_user';
    expect(await ask(embedded.appConfig, role)).toEqual([{ name: 'clusterloom_app', powerful: false }]);
    expect(await ask(embedded.ownerConfig, role)).toEqual([{ name: 'clusterloom_owner', powerful: false }]);
    await expect(ask(embedded.appConfig, 'create table x (y int)')).rejects.toMatchObject({ code: '42501' });
  });

  test('a long temporary directory does not make the socket path too long', async () => {
    const before = process.env['TMPDIR'];
    const directory = newDirectory();
    process.env['TMPDIR'] = join(directory, 'x'.repeat(120));
    mkdirSync(process.env['TMPDIR']);
    try {
      const embedded = await start(directory);
      expect(Buffer.byteLength(embedded.socketDirectory)).toBeLessThan(60);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });

  test.runIf(isRoot)('root without namespaces: the server runs as nobody, with its binaries below a closed directory', async () => {
    const closed = newDirectory();
    chmodSync(closed, 0o700);
    const binaries = findBinaries();
    const copy = { directory: join(closed, 'native'), version: `${binaries.version}-test` };
    cpSync(binaries.directory, copy.directory, { recursive: true, verbatimSymlinks: true });
    const data = join(closed, 'data');
    const embedded = await start(data, { privilege: 'nobody', binaries: copy });
    const [row] = await ask<{ place: string }>({ ...embedded.ownerConfig, user: 'postgres' }, `select current_setting('data_directory') as place`);
    onTestFinished(() => {
      rmSync(join(row?.place ?? '', '..'), { recursive: true, force: true });
      rmSync(`/var/lib/clusterloom/postgres-${copy.version}`, { recursive: true, force: true });
    });
    expect(row?.place).toMatch(/^\/var\/lib\/clusterloom\/[0-9a-f]{12}\/postgres$/);
    await embedded.stop();
    // The same data again, by the other way: the files change hands.
    const home = join(row?.place ?? '', '..');
    const other = await start(home);
    expect(other.version).toMatch(/^18/);
  });
});

describe('what an abrupt end leaves behind', () => {
  test('a killed launcher leaves its server running: the next start stops it and goes on', async () => {
    const directory = newDirectory();
    const { child, ready } = spawnLauncher(directory);
    const { serverPid, socketDirectory } = await ready;
    const config = { host: socketDirectory, user: 'clusterloom_owner', database: 'clusterloom' };
    await ask(config, 'create table pebble (id int)');
    await ask(config, 'insert into pebble values (7)');
    await killHard(child);
    expect(processState(serverPid)).toBe('running');
    const embedded = await start(directory);
    expect(lines.join()).toContain(`process ${serverPid}`);
    expect(processState(serverPid)).not.toBe('running');
    expect(await ask(embedded.ownerConfig, 'select id from pebble')).toEqual([{ id: 7 }]);
    expect(existsSync(socketDirectory)).toBe(false);
  });

  test('a killed server comes back by itself, and pools find it again', async () => {
    const embedded = await start(newDirectory());
    const pid = embedded.serverPid();
    process.kill(pid, 'SIGKILL');
    const begun = performance.now();
    await expect.poll(() => ask(embedded.appConfig, 'select 1 as one').catch(() => null), { timeout: 20_000, interval: 50 }).toEqual([{ one: 1 }]);
    console.log(`ready ${Math.round(performance.now() - begun)} ms after kill -9 of the server`);
    expect(embedded.serverPid()).not.toBe(pid);
    expect(lines.join()).toContain('starting it again');
  });

  test('killed together, at any moment of the very first start', { timeout: 240_000 }, async () => {
    for (const delay of process.env['CLUSTERLOOM_LONG'] ? [100, 200, 300, 400, 500, 600, 800, 1000, 1300] : [400, 900]) {
      const directory = newDirectory();
      const { child } = spawnLauncher(directory);
      await sleep(delay);
      await killHard(child);
      const embedded = await startEmbedded({ dataDirectory: directory, log: () => {} });
      expect(await ask(embedded.appConfig, 'select 1 as one')).toEqual([{ one: 1 }]);
      await embedded.stop();
      expect(readdirSync(directory).filter((name) => name.includes('.new-'))).toEqual([]);
    }
  });

  test('a pid file whose number belongs to some other program', async () => {
    const directory = newDirectory();
    await (await start(directory)).stop();
    writeFileSync(join(directory, 'postgres/postmaster.pid'), `${process.ppid}\n${directory}\n`);
    expect((await start(directory)).version).toMatch(/^18/);
    expect(processState(process.ppid)).toBe('running');
  });

  test('a zombie, which PostgreSQL itself would take for a living server', async () => {
    const directory = newDirectory();
    await (await start(directory)).stop();
    const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
    const zombie = Number.parseInt(chunk.toString(), 10);
    await expect.poll(() => processState(zombie)).toBe('zombie');
    writeFileSync(join(directory, 'postgres/postmaster.pid'), `${zombie}\n${directory}\n`);
    expect((await start(directory)).version).toMatch(/^18/);
  });
});

describe('refusals in plain words', () => {
  test('a second launcher on the same directory, and a command that joins it instead', async () => {
    const directory = newDirectory();
    const { child, ready } = spawnLauncher(directory);
    onTestFinished(() => killHard(child));
    await ready;
    const problem = await problemOf(startEmbedded({ dataDirectory: directory, log: () => {} }));
    expect(problem.code).toBe('alreadyRunning');
    expect(problem.en).toContain(directory);
    expect(problem.en).toContain(String(child.pid));
    const joined = await joinEmbedded(directory);
    expect(await ask(joined?.appConfig ?? {}, 'select 1 as one')).toEqual([{ one: 1 }]);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    expect(await joinEmbedded(directory)).toBeNull();
    expect((await start(directory)).version).toMatch(/^18/);
  });

  test('two at the same instant: one wins', async () => {
    const directory = newDirectory();
    const both = await Promise.allSettled([1, 2].map(() => spawnLauncher(directory)).map(async ({ child, ready }) => {
      onTestFinished(() => killHard(child));
      return await ready;
    }));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const one of both) {
      if (one.status !== 'fulfilled') continue;
      const ended = once(one.value.child, 'exit');
      one.value.child.kill('SIGTERM');
      await ended;
    }
  });

  test('a file where the directory should be', async () => {
    const file = join(newDirectory(), 'file');
    writeFileSync(file, '');
    expect((await problemOf(start(file))).code).toBe('directoryIsFile');
  });

  test('data of another major version', async () => {
    const directory = newDirectory();
    await (await start(directory)).stop();
    writeFileSync(join(directory, 'postgres/PG_VERSION'), '17\n');
    expect((await problemOf(start(directory))).code).toBe('versionDiffers');
  });

  test('a system without binaries', () => {
    expect(() => findBinaries('sunos', 'sparc')).toThrow(/DATABASE_URL/);
  });
});

/** A small file system of its own; null where this user may not mount one. */
function mountSmall(directory: string, options: string): (() => void) | null {
  mkdirSync(directory, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory]).status !== 0) return null;
  const unmount = () => void spawnSync('umount', ['-l', directory]);
  onTestFinished(unmount);
  return unmount;
}

describe('a disk that is full or cannot be written', () => {
  test('no room for the first start, then room', async (context) => {
    const directory = join(newDirectory(), 'small');
    if (!mountSmall(directory, 'size=8m')) return context.skip('this user may not mount a file system');
    expect((await problemOf(start(directory))).code).toBe('diskFull');
    expect(readdirSync(directory).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
    spawnSync('mount', ['-o', 'remount,size=300m', directory]);
    await (await start(directory)).stop();
  });

  test('full while running: nothing acknowledged is lost, and it goes on by itself when there is room again', { timeout: 90_000 }, async (context) => {
    const directory = join(newDirectory(), 'small');
    if (!mountSmall(directory, 'size=110m')) return context.skip('this user may not mount a file system');
    const embedded = await start(directory);
    await ask(embedded.ownerConfig, 'create table pebble (id serial primary key, filler text)');
    let acknowledged = 0;
    const codes = new Set<string>();
    for (let failures = 0; failures < 3 && acknowledged < 500; ) {
      await ask(embedded.ownerConfig, `insert into pebble (filler) select string_agg(md5(random()::text), '') from generate_series(1, 6000)`).then(
        () => (acknowledged += 1),
        (error: { code?: string }) => {
          failures += 1;
          codes.add(String(error.code));
        },
      );
    }
    spawnSync('mount', ['-o', 'remount,size=400m', directory]);
    const count = () => ask<{ n: number }>(embedded.ownerConfig, 'select count(*)::int as n from pebble').then(([found]) => found, () => null);
    await expect.poll(count, { timeout: 60_000, interval: 100 }).not.toBeNull();
    const row = await count();
    console.log(`full disk: ${acknowledged} acknowledged, ${row?.n} found, failures ${[...codes].join(' ')}`);
    expect(acknowledged).toBeGreaterThan(0);
    expect(row?.n).toBeGreaterThanOrEqual(acknowledged);
  });

  test('read-only', async (context) => {
    const directory = join(newDirectory(), 'closed');
    if (isRoot) {
      if (!mountSmall(directory, 'ro,size=8m')) return context.skip('this user may not mount a file system');
    } else {
      mkdirSync(directory);
      chmodSync(directory, 0o555);
    }
    expect((await problemOf(start(directory))).code).toBe(isRoot ? 'directoryReadOnly' : 'directoryDenied');
  });
});

describe('kill -9 under load', () => {
  test('eight writers and repeated kills lose nothing that was acknowledged', { timeout: 300_000 }, async () => {
    const kills = process.env['CLUSTERLOOM_LONG'] ? 50 : 5;
    const embedded = await start(newDirectory());
    await ask(embedded.ownerConfig, 'create table pebble (writer int, n int, twin int, primary key (writer, n))');
    const pool = new pg.Pool({ ...embedded.ownerConfig, max: 8, connectionTimeoutMillis: 5000 });
    pool.on('error', () => {});
    const acknowledged = Array.from({ length: 8 }, () => new Set<number>());
    let isOpen = true;
    const write = async (writer: number) => {
      for (let n = 0; isOpen; n += 1) {
        // Two rows in one transaction: half of it must never be found.
        const text = 'with first as (insert into pebble values ($1, $2, 0)) insert into pebble values ($1, -$2 - 1, 1)';
        await pool.query(text, [writer, n]).then(
          () => acknowledged[writer]?.add(n),
          () => sleep(20),
        );
      }
    };
    const writers = acknowledged.map((_set, writer) => write(writer));
    for (let kill = 0; kill < kills; kill += 1) {
      await sleep(200 + ((kill * 7919) % 500));
      const pid = embedded.serverPid();
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => embedded.serverPid() !== pid && ask(embedded.appConfig, 'select 1').then(() => true, () => false), { timeout: 30_000, interval: 50 }).toBe(true);
    }
    isOpen = false;
    await Promise.all(writers);
    const rows = await ask<{ writer: number; n: number }>(embedded.ownerConfig, 'select writer, n from pebble');
    await pool.end();
    const found = new Set(rows.map(({ writer, n }) => `${writer}:${n}`));
    const total = acknowledged.reduce((sum, set) => sum + set.size, 0);
    const lost = acknowledged.flatMap((set, writer) => [...set].filter((n) => !found.has(`${writer}:${n}`)));
    const half = rows.filter(({ writer, n }) => !found.has(`${writer}:${-n - 1}`));
    console.log(`${kills} kills, ${total} acknowledged, ${lost.length} lost, ${half.length} half done`);
    expect(total).toBeGreaterThan(100);
    expect([lost.length, half.length]).toEqual([0, 0]);
  });
});
