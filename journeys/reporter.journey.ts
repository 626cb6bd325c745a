import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { faultsOf, openPage } from './support/look.ts';
import { startProduct, type Product } from './support/product.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

describe('a first visit', () => {
  /** Its own product: this one may send text messages to the gateway beside it. */
  let product: Product;
  let gateway: Server;
  const sent: { phone: string; text: string }[] = [];
  const found = async (pattern: RegExp): Promise<string> => {
    let last = '';
    await expect.poll(() => (last = pattern.exec(sent.at(-1)?.text ?? '')?.[1] ?? ''), { timeout: 60_000 }).not.toBe('');
    return last;
  };

  beforeAll(async () => {
    gateway = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        sent.push(JSON.parse(body));
        response.end('{}');
      });
    });
    await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', () => done()));
    const port = await freePort();
    product = await startProduct({ environment: { PORT: String(port), CLUSTERLOOM_ALLOW_HOSTS: '127.0.0.1', CLUSTERLOOM_PUBLIC_URL: `http://127.0.0.1:${port}` } });
  }, 180_000);
  afterAll(async () => {
    await product.stop();
    await new Promise((done) => gateway.close(done));
  });

  journey('the office sends a link, the clerk confirms on the phone by a code and stands before the form', async ({ enter }) => {
    const say = wordsOf('zh-CN');
    const { page } = await enter({ language: 'zh-CN' }, product.address);
    await enterAs(page, product.output(), 'operator');
    const post = async (path: string, data: object) => (await page.request.post(`/api/v1${path}`, { data })).json() as Promise<{ id: string }>;
    const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`;
    await post('/notice-channels', { kind: 'sms', name: { zh: '短信' }, settings: { url, body: 'json', fields: { phone: '{{phone}}', text: '{{text}}' } } });
    const campaigns = (await (await page.request.get('/api/v1/campaigns?state=open&limit=1')).json()) as { items: { id: string }[] };
    const parties = (await (await page.request.get(`/api/v1/campaigns/${campaigns.items[0]?.id}/parties?state=waiting&limit=1`)).json()) as { items: { organisationId: string }[] };
    await post('/reporter-contacts', { organisationId: parties.items[0]?.organisationId ?? '', name: '李敏', phone: '13800000001', duty: '统计员' });
    await openPage(page, '/reporter-contacts');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('row').filter({ hasText: '李敏' }).getByRole('checkbox').check();
    await page.getByRole('button', { name: say('intake.reporter.send') }).click();
    await page.getByText(say('intake.reporter.made', { made: '1', sent: '1', unsent: '0' })).waitFor();

    const { page: phone } = await enter({ language: 'zh-CN', width: 390, height: 844 }, product.address);
    await openPage(phone, `/r/${await found(/\/r\/(\S+)$/)}`);
    await phone.getByRole('button', { name: say('intake.visit.send.sms', { hint: '•••• 01' }) }).waitFor();
    expect(await faultsOf(phone)).toEqual([]);
    await phone.getByRole('button', { name: say('intake.visit.send.sms', { hint: '•••• 01' }) }).click();
    await phone.getByLabel(say('intake.visit.code')).fill(await found(/(?<!\d)(\d{6})(?!\d)/));
    expect(await faultsOf(phone)).toEqual([]);
    await phone.getByRole('button', { name: say('intake.visit.enter') }).click();
    await phone.waitForURL(/\/(?:reports|my-reports)/);
  });
});
