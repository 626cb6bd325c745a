// Makes the pictures; words on the command line choose some by their name. Only generated organisations and sourced facts are shown.
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, visit, type Visitor } from '../journeys/support/browser.ts';
import { startProduct } from '../journeys/support/product.ts';
import { enterAs, firstId } from '../journeys/support/sign-in.ts';

interface Shot extends Visitor {
  name: string;
  address: (page: Page) => Promise<string> | string;
  prepare?: (page: Page) => Promise<void>;
}

const mostBytes = 250_000;
const directory = resolve(import.meta.dirname, '../docs/screenshots');
const phone = { width: 390, height: 844, scale: 2 } as const;

const clusterId = (page: Page) => firstId(page, `/clusters?limit=1&sample=true&q=${encodeURIComponent('样例市 A')}`);
const cluster = async (page: Page) => `/clusters/${await clusterId(page)}`;
const organisation = async (page: Page) => `/organisations/${await firstId(page, `/organisations?limit=1&type=enterprise&hasPin=true&titleKey=littleGiant&clusterId=${await clusterId(page)}`)}`;

const firms = [
  'name,country,city,industry,founded',
  ...['Shenzhen', 'Guangzhou', 'Suzhou', 'Wuhan', 'Suzhou', 'Nowhereville', ''].flatMap((city, place) =>
    Array.from({ length: 9 - place }, (_, at) => `Sample ${['Gear', 'Lens', 'Valve', 'Sensor', 'Motor', 'Pump', 'Relay'][place]} Works ${at + 1},China,${city},Machinery,${1990 + place + at}`),
  ),
  'Sample Growth Fund (LOF),China,Shenzhen,Funds,2015',
  ',China,Wuhan,Machinery,2011',
].join('\n');

async function importBatch(page: Page): Promise<string> {
  const upload = await page.request.post('/api/v1/import-batches?fileName=sample-firms.csv&target=organisation', { headers: { 'content-type': 'text/csv' }, data: Buffer.from(firms) });
  const batch = (await upload.json()) as { id: string; version: number; mapping: (string | null)[] };
  const path = `/api/v1/import-batches/${batch.id}`;
  await page.request.put(`${path}/mapping`, { data: { mapping: batch.mapping }, headers: { 'if-match': `"v${batch.version}"` } });
  const checked = await page.request.post(`${path}/check`);
  if (!checked.ok()) throw new Error(`The sample import could not be checked: ${checked.status()} ${await checked.text()}`);
  return `/imports/${batch.id}`;
}

const shots: readonly Shot[] = [
  { name: 'cluster-zh', address: cluster },
  { name: 'cluster-en', language: 'en', address: cluster },
  { name: 'home-zh', address: () => '/' },
  { name: 'organisations-zh', address: () => '/organisations?sample=true' },
  { name: 'organisation-en', language: 'en', address: organisation },
  { name: 'map-zh', address: () => '/map' },
  { name: 'cockpit-light-zh', address: () => '/cockpit' },
  { name: 'cockpit-dark-en', language: 'en', theme: 'dark', address: () => '/cockpit' },
  {
    name: 'trace-zh',
    address: cluster,
    prepare: async (page) => {
      await page.locator('main [data-trace]').first().click();
      await page.getByRole('complementary').getByRole('heading').first().waitFor();
    },
  },
  {
    name: 'search-zh',
    address: () => '/',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('jmyq');
      await page.getByRole('option').nth(3).waitFor();
    },
  },
  { name: 'import-en', language: 'en', address: importBatch },
  { name: 'home-phone-zh', ...phone, address: () => '/' },
  { name: 'cluster-phone-zh', ...phone, address: cluster },
  { name: 'organisations-phone-en', ...phone, language: 'en', address: () => '/organisations?sample=true' },
];

async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .skeleton') === null);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  // Canvas drawings say nothing when they are done.
  await page.waitForTimeout(1200);
}

const chosen = process.argv.slice(2);
const product = await startProduct({ environment: { CLUSTERLOOM_SAMPLE_PASSWORD: 'only-for-these-pictures' } });
const browser = await openBrowser();
let faults = 0;
try {
  mkdirSync(directory, { recursive: true });
  for (const { name, address, prepare, ...visitor } of shots.filter((shot) => chosen.length === 0 || chosen.some((word) => shot.name.includes(word)))) {
    const { page, context, troubles } = await visit(browser, product.address, visitor);
    await enterAs(page, product.output(), 'operator');
    await page.goto(await address(page));
    await settle(page);
    await prepare?.(page);
    await settle(page);
    const file = join(directory, `${name}.png`);
    rmSync(file, { force: true });
    writeFileSync(file, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    const { size } = statSync(file);
    if (size > mostBytes || troubles.length > 0) faults += 1;
    console.log(`${name}: ${Math.round(size / 1000)} kB${size > mostBytes ? `, more than ${mostBytes / 1000} kB` : ''}${troubles.map((trouble) => `\n  ${trouble}`).join('')}`);
    await context.close();
  }
} finally {
  await browser.close();
  await product.stop();
}
process.exitCode = faults > 0 ? 1 : 0;
