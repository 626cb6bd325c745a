import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { addUser, seedSpace } from '#modules/identity/index.ts';
import { modules } from '#modules/index.ts';
import { openPools } from '#platform/db/open-database.ts';
import { makeServer, sessionCookie } from '#platform/http/server.ts';
import { median, type Measurement } from '#platform/testing/measure.ts';
import { startTestServer } from '#platform/testing/test-server.ts';
import { testInstallation } from '#platform/testing/test-installation.ts';
import { assemble } from './product.ts';

const connections = 50;
const rounds = 5;
const seconds = Number(process.env['CLUSTERLOOM_BENCH_SECONDS'] ?? 3);
const password = 'bench-password';

/** p99 of one record and of a list of 50 rows, signed in, over that of a static 10 kB file of the same server in the same run. */
export default async function bench(): Promise<Measurement[]> {
  const { server: database, stop } = await startTestServer({
    prepareTemplate: async ({ ownerPool }) => {
      for (const module of modules) await module.loadReference?.(ownerPool);
    },
  });
  const pools = openPools({ ownerConfig: { ...database.ownerConfig, database: database.template }, appConfig: { ...database.appConfig, database: database.template } }, () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'cl-bench-'));
  writeFileSync(join(folder, 'static.txt'), 'x'.repeat(10_000));
  const close = async (): Promise<void> => void (await Promise.all([pools.appPool.end(), pools.ownerPool.end()]));
  const product = assemble({ ...pools, close }, { installation: testInstallation });
  const server = await makeServer({ ...product, webFolder: folder, secureCookies: false, rateLimitPerMinute: 1e9, checkAnswers: false, log: () => undefined });
  try {
    await product.asSystem(null, async (context) => {
      await seedSpace(context, 'own');
      await addUser(context, { login: 'bench', password, name: { en: 'Bench' }, mandate: { role: 'operator', scopeKind: 'space', scopeId: null } });
    });
    const signedIn = await server.inject({ method: 'POST', url: '/api/v1/session', payload: { login: 'bench', password } });
    const cookie = `${sessionCookie}=${signedIn.cookies.find((one) => one.name === sessionCookie)?.value}`;
    let id = '';
    for (let at = 0; at < 60; at += 1) {
      const made = await server.inject({ method: 'POST', url: '/api/v1/organisations', headers: { cookie }, payload: { name: { zh: `量 ${at}`, en: `Bench ${at}` }, type: 'enterprise', territoryId: 'cn:440300', industryId: 'gbt4754:C40' } });
      id = (made.json() as { id: string }).id;
    }
    await pools.ownerPool.query('vacuum analyze');
    const address = await server.listen({ port: 0, host: '127.0.0.1' });
    const p99 = async (path: string): Promise<number> => {
      const run = await autocannon({ url: `${address}${path}`, connections, duration: seconds, headers: { cookie }, workers: 1 });
      if (run.non2xx > 0 || run.errors > 0) throw new Error(`${path}: ${run.non2xx} refusals, ${run.errors} errors`);
      process.stderr.write(`${path.slice(0, 30)}: p99 ${run.latency.p99} ms, ${Math.round(run.requests.average)} requests a second\n`);
      return run.latency.p99;
    };
    const [record, list, plain]: [number[], number[], number[]] = [[], [], []];
    await p99('/static.txt');
    // In turns, so that what else the machine does strikes all three alike; the middle one of the ratios counts.
    for (let at = 0; at < rounds; at += 1) {
      plain.push(await p99('/static.txt'));
      record.push(await p99(`/api/v1/organisations/${id}`));
      list.push(await p99('/api/v1/organisations?limit=50'));
    }
    const over = (values: number[]): number => median(values.map((value, at) => value / (plain[at] ?? Number.NaN)));
    return [
      { name: `p99 of one record, signed in, ${connections} connections, over the static file`, unit: '×', value: over(record), limit: 2.5 },
      { name: `p99 of a list of 50 rows, signed in, ${connections} connections, over the static file`, unit: '×', value: over(list), limit: 5 },
      { name: 'p99 of a static file of 10 kB', unit: 'ms', value: median(plain) },
      { name: 'p99 of one record', unit: 'ms', value: median(record) },
      { name: 'p99 of a list of 50 rows', unit: 'ms', value: median(list) },
    ];
  } finally {
    await server.close();
    await product.close();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
