import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { build } from 'esbuild';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { rngFrom } from '#kernel/stats/rng.ts';
import { usccAlphabet, completeUscc } from '#kernel/text/uscc.ts';
import { importFile } from '#modules/intake/index.ts';
import { seedSpace } from '#modules/identity/index.ts';
import { modules } from '#modules/index.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import type { Measurement } from '#platform/testing/measure.ts';
import { testInstallation } from '#platform/testing/test-installation.ts';
import { assemble } from './product.ts';

const rows = Number(process.env['CLUSTERLOOM_BENCH_ROWS'] ?? 1_000_000);
const known = Number(process.env['CLUSTERLOOM_BENCH_KNOWN'] ?? 100_000);
const root = resolve(import.meta.dirname, '../..');
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

const places = [['佛山市', '4406'], ['苏州市', '3205'], ['宁波市', '3302'], ['成都市', '5101'], ['青岛市', '3702'], ['合肥市', '3401'], ['长沙市', '4301'], ['无锡市', '3202']] as const;
const first = [...'华东南北中金银鑫恒瑞天海宏远智联创新科达明光德信嘉和美佳永盛泰'];
const trades = ['精密机械', '电子科技', '新能源', '生物医药', '智能装备', '纺织', '新材料', '陶瓷', '汽车零部件', '软件'] as const;
const industries = ['C34', 'C39', 'C38', 'C27', 'C35', 'C17', 'C26', 'C30', 'C36', 'I65'] as const;

/** Names, credit codes with their check characters, places and trades; one row in eleven is in the register already. */
async function writeFile(path: string, count: number, from: number): Promise<void> {
  const rng = rngFrom(20261122);
  const out = createWriteStream(path);
  out.write('企业名称,统一社会信用代码,企业编号,所在城市,行业代码,所属行业,成立年份,网址\n');
  let text = '';
  for (let at = 0; at < count; at += 1) {
    const number = at % 11 === 0 && at / 11 < known ? at / 11 : from + at;
    const place = places[number % places.length] ?? places[0];
    const trade = number % trades.length;
    const sign = (): string => rng.pick(first);
    const code = `91${place[1]}00MA${String(number).padStart(7, '0').replace(/./g, (digit) => usccAlphabet[Number(digit)] ?? '0')}`.slice(0, 17).padEnd(17, '0');
    text += `${place[0].slice(0, 2)}${sign()}${sign()}${number}${trades[trade]}有限公司,${completeUscc(code)},B${number},${place[0]},${industries[trade]},${trades[trade]},${1980 + (number % 45)},www.sample${number}.example\n`;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}

interface Taken {
  seconds: number;
  peak: number;
  stall: number;
  rows: number;
  outcome: { created: number } | null;
}

/** The import in a process of its own, bundled and bounded as the command line is, so that its memory is nobody else's. */
async function importApart(folder: string, configs: unknown, spaceId: string, file: string): Promise<Taken> {
  const bundle = join(root, '.cache', `bench-${process.pid}.mjs`);
  await build({ absWorkingDir: root, entryPoints: [join(root, 'src/api/import-organisations.run.ts')], outfile: bundle, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'silent' });
  const profile = process.env['CLUSTERLOOM_BENCH_PROFILE'];
  const child = spawn(process.execPath, ['--max-old-space-size=200', '--max-semi-space-size=4', ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []), bundle, JSON.stringify(configs), spaceId, file], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TMPDIR: folder } });
  let printed = '';
  child.stdout.on('data', (part: Buffer) => (printed += part.toString()));
  await once(child, 'exit');
  rmSync(bundle, { force: true });
  const line = /RESULT (.*)/.exec(printed)?.[1];
  if (!line) throw new Error(`the import ended: ${printed}`);
  return JSON.parse(line) as Taken;
}

/** The same final rows once more into the same table, under another space: nothing is parsed, judged or remembered. */
async function copyLimit(superuser: pg.ClientConfig, folder: string, from: string, into: string): Promise<number> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const { rows: named } = await client.query<{ name: string }>(`select column_name as name from information_schema.columns where table_name = 'organisation' order by ordinal_position`);
    const columns = named.map(({ name }) => name);
    const path = join(folder, 'rows.copy');
    const picked = columns.map((name) => (name === 'space_id' ? `'${into}'::uuid` : name)).join(', ');
    await pipeline(client.query(copyTo(`copy (select ${picked} from organisation where space_id = '${from}' and batch_id = (select id from import_batch where space_id = '${from}' order by row_count desc limit 1)) to stdout`)), createWriteStream(path));
    await client.query('checkpoint');
    const begun = performance.now();
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), client.query(copyFrom(`copy organisation (${columns.join(', ')}) from stdin`)));
    return (performance.now() - begun) / 1000;
  } finally {
    await client.end();
  }
}

async function readWithDuck(file: string): Promise<number> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const begun = performance.now();
  await connection.run(`create table read as select * from read_csv('${file}', header = true, all_varchar = true)`);
  return (performance.now() - begun) / 1000;
}

/** A long list of organisations end to end, beside what the database alone takes for the same rows and a direct read of the file. */
export default async function bench(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cl-bench-'));
  const database = await openDatabase({ databaseUrl: null, dataDirectory: join(folder, 'data') }, { log: () => undefined });
  try {
    await migrate(database.ownerPool);
    for (const module of modules) await module.loadReference?.(database.ownerPool);
    const product = assemble(database, { installation: testInstallation });
    const space = await product.asSystem(null, (context) => seedSpace(context, 'own'));
    const other = await product.asSystem(null, (context) => seedSpace(context, 'sample'));
    const [held, file] = [join(folder, 'known.csv'), join(folder, 'organisations.csv')];
    await writeFile(held, known, 0);
    await writeFile(file, rows, known);
    const before = await product.asSystem(space, (context) => importFile(context, { path: held, fileName: 'known.csv' }));
    if (!before.ok) throw new Error(JSON.stringify(before));
    tell(`${known} organisations are known; ${(statSync(file).size / 1e6).toFixed(0)} MB to import`);
    const { embedded } = database;
    if (!embedded) throw new Error('the bench brings its own database');
    const superuser = embedded.superuserConfig as pg.ClientConfig;
    const admin = new pg.Client(superuser);
    await admin.connect();
    await admin.query('vacuum analyze');
    await admin.query('checkpoint');
    await admin.end();
    const taken = await importApart(folder, { ownerConfig: embedded.ownerConfig, appConfig: embedded.appConfig }, space, file);
    tell(JSON.stringify(taken));
    const copy = await copyLimit(superuser, folder, space, other);
    const duck = await readWithDuck(file);
    const created = taken.outcome?.created ?? 0;
    // The limit counts the rows that were written; both sides are told in time for each of them.
    const [ours, limit] = [(taken.seconds / taken.rows) * 1e6, (copy / created) * 1e6];
    const what = `${rows.toLocaleString('en-US')} organisations (CSV) against ${known.toLocaleString('en-US')} known`;
    return [
      { name: `import of ${what}: parse, validate, match, write with provenance; time over COPY of the same rows`, unit: '×', value: ours / limit, limit: 4 },
      { name: `import of ${what}, a row`, unit: 'µs', value: ours, peer: { name: 'COPY of the same final rows', value: limit } },
      { name: `import of ${what}, in all`, unit: 's', value: taken.seconds, peer: { name: 'direct DuckDB read of the file', value: duck } },
      { name: `import of ${what}: peak memory`, unit: 'MB', value: taken.peak, limit: 300 },
      { name: `import of ${what}: p99 of how long the thread is held`, unit: 'ms', value: taken.stall },
    ];
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
