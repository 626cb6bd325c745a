import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { journey } from './support/journey.ts';
import { looksAt, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

const say = wordsOf('zh-CN');
const api = '/api/v1';
const industries = ['C26', 'C34', 'C38', 'C39'];
const regions = ['样例东区', '样例南区', '样例西区', '样例北区'];

type Batch = { id: string; version: number; state: string; mapping: unknown };

/** A table of a statistical survey, brought in behind the page. */
async function bringIn(page: Page, measure: string, figure: (row: number, column: number) => number): Promise<void> {
  const csv = [['region', ...industries].join(), ...regions.map((region, row) => [region, ...industries.map((_, column) => figure(row, column))].join())].join('\n');
  const sent = (await (await page.request.post(`${api}/import-batches?fileName=${encodeURIComponent(measure)}.csv&target=regionIndustry`, { headers: { 'content-type': 'text/csv' }, data: csv })).json()) as Batch;
  const once = async (states: readonly string[]): Promise<Batch> => {
    for (let tries = 0; tries < 240; tries += 1) {
      const batch = (await (await page.request.get(`${api}/import-batches/${sent.id}`)).json()) as Batch;
      if (states.includes(batch.state)) return batch;
      await page.waitForTimeout(250);
    }
    throw new Error(`the batch of ${measure} never became ${states.join()}`);
  };
  const match = (batch: Batch) => ({ 'if-match': `"v${batch.version}"` });
  const read = await once(['read', 'mapped']);
  const mapped = (await (await page.request.put(`${api}/import-batches/${sent.id}/mapping`, { headers: match(read), data: { mapping: read.mapping, constants: { table: `样例：${measure}`, measure, unit: 'one', period: '2001', areaSystem: '样例四区', industrySystem: '样例四业', basis: 'statisticalSurvey' } } })).json()) as Batch;
  await page.request.post(`${api}/import-batches/${mapped.id}/check`);
  const checked = await once(['checked']);
  await page.request.post(`${api}/import-batches/${sent.id}/apply`, { headers: match(checked) });
  await once(['applied']);
}

journey('publishes a table of a statistical survey after a trial, and a reader finds the edition and not the table', async ({ enter, product }) => {
  const { page, troubles } = await enter({ language: 'zh-CN' });
  await enterAs(page, product.output, 'national');
  await bringIn(page, '样例产值', (row, column) => 100 + row * 37 + column * 53);
  await bringIn(page, '样例单位数', (row, column) => (row === 1 && column === 2 ? 2 : 9 + row + column));
  const { faults, look } = looksAt(page);
  await openPage(page, '/table-editions');
  await page.getByText(say('observatory.disclosure.productDefault'), { exact: true }).waitFor();
  await look('editions');
  await page.getByRole('button', { name: say('observatory.disclosure.publish') }).first().click();
  const dialog = page.getByRole('dialog');
  const choose = async (label: string, words: RegExp) => {
    const option = dialog.getByLabel(label, { exact: true }).locator('option').filter({ hasText: words });
    await dialog.getByLabel(label, { exact: true }).selectOption(await option.first().getAttribute('value'));
  };
  await choose(say('observatory.disclosure.table'), /样例产值/);
  await choose(say('observatory.disclosure.counts'), /样例单位数/);
  await dialog.getByRole('button', { name: say('observatory.disclosure.preview'), exact: true }).click();
  await dialog.getByText(new RegExp(`^${say('observatory.disclosure.cause.frequency')}`)).waitFor();
  await look('trial');
  await dialog.getByRole('button', { name: say('observatory.disclosure.publishNow'), exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: '样例：样例产值', exact: true }).click();
  await page.getByRole('cell', { name: say('observatory.disclosure.cause.frequency') }).first().waitFor();
  await look('edition');
  await page.getByRole('link', { name: say('observatory.disclosure.asReaders') }).click();
  await page.getByRole('cell', { name: say('indicator.missing.suppressed') }).first().waitFor();
  await enterAs(page, product.output, 'reader');
  await openPage(page, '/cross-tables');
  await page.getByText(say('indicator.table.edition', { number: 1 })).waitFor();
  expect(await page.getByRole('link', { name: '样例：样例单位数' }).count()).toBe(0);
  expect(faults).toEqual([]);
  expect(troubles).toEqual([]);
});
