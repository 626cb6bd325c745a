import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneRow, withSession } from '#platform/backup/session.ts';
import { readConfig } from '#platform/config/config.ts';
import { openProduct } from '#api/product.ts';
import { invariants, officeLogin, officePassword, openOffice } from './office.ts';

const isLong = Boolean(process.env['CLUSTERLOOM_LONG']);
const kills = isLong ? 50 : 5;
const writers = 8;
const root = resolve(import.meta.dirname, '..');
const home = mkdtempSync(join(tmpdir(), 'cl-kill-'));
const dataDirectory = join(home, 'data');
const bundle = join(root, '.cache', `kill-${process.pid}`);

let port = 0;
let spaceId: string;
let child: ChildProcess;
let printed = '';

/** The server as users run it, bundled, without the web pages: starting from sources would be measured along. */
async function bundleServer(): Promise<void> {
  await build({ absWorkingDir: root, entryPoints: { server: 'src/api/main.ts' }, outdir: bundle, outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'silent' });
  mkdirSync(join(bundle, 'migrations'));
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /[\\/]migrations[\\/][^\\/]+\.sql$/.test(file));
  for (const file of files) copyFileSync(join(root, 'src', file), join(bundle, 'migrations', basename(file)));
}

/** Starts it and waits until it says that it is ready; the milliseconds that took. */
async function start(): Promise<number> {
  const begun = performance.now();
  printed = '';
  const environment = { ...process.env, HOST: '127.0.0.1', PORT: String(port), CLUSTERLOOM_DATA: dataDirectory, DATABASE_URL: '', CLUSTERLOOM_RATE_LIMIT: '10000000', CLUSTERLOOM_LOG: 'silent' };
  child = spawn(process.execPath, [join(bundle, 'server.mjs')], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  while (!printed.includes('Clusterloom is ready at')) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${printed}`);
    await sleep(10);
  }
  return performance.now() - begun;
}

/** Application and database at the same instant, in either order. */
async function killBoth(databaseFirst: boolean): Promise<void> {
  const server = Number.parseInt(readFileSync(join(dataDirectory, 'postgres/postmaster.pid'), 'utf8'), 10);
  const ended = once(child, 'exit');
  const strikes = [() => void process.kill(server, 'SIGKILL'), () => void child.kill('SIGKILL')];
  for (const strike of databaseFirst ? strikes : strikes.toReversed()) strike();
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return address.port;
}

beforeAll(async () => {
  const office = await openOffice(dataDirectory);
  spaceId = office.spaceId;
  await office.product.close();
  await bundleServer();
  port = await freePort();
  await start();
}, 180_000);
afterAll(async () => {
  if (child && child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(bundle, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

const call = (path: string, body: unknown, headers: Record<string, string>) => fetch(`http://127.0.0.1:${port}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

async function signIn(): Promise<string> {
  const response = await call('/session', { login: officeLogin, password: officePassword }, {});
  const [cookie = ''] = response.headers.getSetCookie();
  return cookie.split(';')[0] ?? '';
}

interface Writing {
  acknowledged: Set<string>;
  /** Answers that are neither done nor "try again". */
  odd: Set<string>;
  retried: number;
  isOpen: boolean;
}

/** Writes one record after the other; where no answer comes, the same one again under the same key until there is one. */
async function write(writer: number, cookie: string, writing: Writing): Promise<void> {
  for (let n = 0; writing.isOpen; n += 1) {
    const key = `w${writer}-${n}`;
    for (let isDone = false, attempt = 0; !isDone; attempt += 1) {
      if (attempt > 0) writing.retried += 1;
      const status = await call('/organisations', { name: { zh: key }, type: 'enterprise', visibility: 'internal' }, { cookie, 'idempotency-key': key }).then((response) => response.arrayBuffer().then(() => response.status), () => 0);
      isDone = status === 201;
      if (isDone) writing.acknowledged.add(key);
      else if (status !== 0 && status !== 503) writing.odd.add(`${key}: ${status}`);
      if (!isDone) await sleep(25);
      if (attempt > 4000) throw new Error(`${key} is never answered: ${status} ${printed}`);
    }
  }
}

describe('kill -9 of the application and the database under eight writers', () => {
  test('nothing acknowledged is lost, nothing is half done or done twice, and it is ready again', { timeout: isLong ? 1_800_000 : 240_000 }, async () => {
    const cookie = await signIn();
    const writing: Writing = { acknowledged: new Set(), odd: new Set(), retried: 0, isOpen: true };
    const all = Array.from({ length: writers }, (_unused, writer) => write(writer, cookie, writing));
    const ready: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      // At some moment while they write; later in the long run, where tens of thousands of answers are wanted.
      const before = writing.acknowledged.size;
      await sleep((isLong ? 4000 : 300) + ((kill * 7919) % 700));
      for (let waited = 0; writing.acknowledged.size < before + 20 && waited < 10_000; waited += 20) await sleep(20);
      await killBoth(kill % 2 === 0);
      ready.push(await start());
    }
    await sleep(300);
    writing.isOpen = false;
    await Promise.all(all);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    const found = await count(writing.acknowledged);
    const median = Math.round(ready.toSorted((a, b) => a - b)[ready.length >> 1] ?? 0);
    const worst = Math.round(Math.max(...ready));
    console.log(`${kills} kills, ${writing.acknowledged.size} acknowledged, ${found.lost} lost, ${found.half} half, ${found.double} double, ${writing.retried} tries repeated, ready again after ${median} ms in the middle and ${worst} ms at worst (limit 5000, printed and not judged: a shared machine is slow)`);
    expect([...writing.odd]).toEqual([]);
    expect(writing.acknowledged.size).toBeGreaterThan(kills);
    expect(found).toMatchObject({ lost: 0, half: 0, double: 0, harmed: { lost: 1, half: 1 } });
  });
});

interface Count {
  lost: number;
  half: number;
  double: number;
}

/** One effect is a record, its audit entry and its kept answer. Counting is tried on a harmed copy of the rows too: it must see what is missing. */
async function count(acknowledged: ReadonlySet<string>): Promise<Count & { harmed: Count }> {
  const product = await openProduct(readConfig({ CLUSTERLOOM_DATA: dataDirectory }), { log: () => {} });
  try {
    await invariants(product);
    return await withSession(product.database.embedded?.superuserConfig ?? {}, async (client) => {
      await client.query('create temporary table acknowledged (key text primary key)');
      await client.query('insert into acknowledged select unnest($1::text[])', [[...acknowledged]]);
      const look = () =>
        oneRow<Count & Record<string, number>>(
          client,
          `with record as (select id, name->>'zh' as key from organisation where space_id = $1 and name->>'zh' ~ '^w[0-9]+-[0-9]+$')
           select (select count(*)::int from acknowledged a where not exists (select 1 from record where record.key = a.key)) as lost,
             (select count(*)::int from record where not exists (select 1 from audit_entry e where e.space_id = $1 and e.subject_id = record.id::text)
               or not exists (select 1 from idempotency_key i where i.space_id = $1 and i.key = record.key)) as half,
             (select count(*)::int from (select key from record group by key having count(*) > 1) twice) as double`,
          [spaceId],
        );
      const sound = await look();
      await client.query('begin');
      await client.query(`insert into acknowledged values ('w0-never')`);
      await client.query(`delete from idempotency_key where ctid = (select ctid from idempotency_key limit 1)`);
      const harmed = await look();
      await client.query('rollback');
      return { ...sound, harmed };
    });
  } finally {
    await product.close();
  }
}
