import type { FastifyInstance } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProduct, type Product } from '#api/product.ts';
import { loadFirstContent, samplePassword } from '#api/sample.ts';
import { readConfig, type Config } from '#platform/config/config.ts';
import { makeServer, sessionCookie } from '#platform/http/server.ts';
import { isInstalled, startInstalled, type InstalledServer } from '#platform/testing/installed-server.ts';

const isThere = isInstalled();

describe.runIf(isThere)(`the product on PostgreSQL 15${isThere ? '' : ' (skipped: it is not installed on this machine)'}`, () => {
  let own: InstalledServer;
  let product: Product;
  let server: FastifyInstance;
  let config: Config;
  let cookie: string;
  const folder = mkdtempSync(join(tmpdir(), 'cl-oldest-'));

  beforeAll(async () => {
    own = await startInstalled();
    await own.asSuperuser('postgres', 'create role weaver login createrole', 'create database weaving owner weaver');
    config = readConfig({ DATABASE_URL: own.address('weaver', 'weaving'), CLUSTERLOOM_DATA: folder });
    product = await openProduct(config, { log: () => {} });
    await loadFirstContent(product, config, () => {});
    server = await makeServer({ ...product, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: true, log: (line) => process.stderr.write(`${JSON.stringify(line)}\n`) });
    const response = await server.inject({ method: 'POST', url: '/api/v1/session', payload: { login: 'sample-operator', password: samplePassword(config) } });
    cookie = `${sessionCookie}=${response.cookies[0]?.value}`;
  }, 240_000);

  afterAll(async () => {
    await server?.close();
    await product?.close();
    await own?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async (path: string) => (await server.inject({ method: 'GET', url: `/api/v1${path}`, headers: { cookie } })).json();

  it('is migrated, holds the reference and the sample, and nothing is left to do at the next start', async () => {
    expect((await product.database.ownerPool.query('show server_version')).rows[0].server_version).toMatch(/^15/);
    const [organisations, clusters, territories] = [await get('/organisations?limit=1'), await get('/clusters?limit=1'), await get('/territories?q=深圳')];
    expect(organisations.total).toBeGreaterThan(1500);
    expect(clusters.total).toBeGreaterThan(44);
    expect(JSON.stringify(territories.items)).toContain('cn:440300');
    const again = await openProduct(config, { log: () => {} });
    await loadFirstContent(again, config, () => {});
    await again.close();
    expect((await get('/organisations?limit=1')).total).toBe(organisations.total);
  }, 120_000);

  it('searches, counts, traces, draws and exports', async () => {
    for (const path of ['/search?q=样例', '/cockpit', '/figures?subject=space', '/traces/registry.organisationCount', '/maps/provinces', '/maps/provinces/counts', '/organisations/facets', '/feed']) {
      const response = await server.inject({ method: 'GET', url: `/api/v1${path}`, headers: { cookie } });
      expect([path, response.statusCode]).toEqual([path, 200]);
    }
    const csv = await server.inject({ method: 'GET', url: '/api/v1/clusters?format=csv', headers: { cookie } });
    expect(csv.body.split('\r\n').length).toBeGreaterThan(45);
  });

  it('writes, keeps versions apart, and its audit holds', async () => {
    const write = (method: 'POST' | 'PATCH', url: string, payload: object, headers: Record<string, string> = {}) => server.inject({ method, url: `/api/v1${url}`, payload, headers: { cookie, ...headers } });
    const made = (await write('POST', '/organisations', { name: { zh: '样例新厂' }, type: 'enterprise', territoryId: 'cn:440300' })).json();
    const patch = () => write('PATCH', `/organisations/${made.id}`, { website: 'https://example.org/' }, { 'if-match': '"v1"' });
    expect([(await patch()).statusCode, (await patch()).statusCode]).toEqual([200, 412]);
    expect(await get('/audit/verification')).toMatchObject({ intact: true });
  });
});
