import { expect } from 'vitest';
import { journey } from './support/journey.ts';
import { looksAt, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

const say = wordsOf('zh-CN');

journey('finds density clusters on the map by keyboard, reads them in the table, holds a registered one against them, and asks whether an industry is closer than chance', async ({ enter, product }) => {
  const { page, troubles } = await enter({ language: 'zh-CN' });
  await enterAs(page, product.output, 'operator');
  const { faults, look } = looksAt(page);
  await openPage(page, '/cluster-map');
  const map = page.getByRole('application');
  await map.focus();
  await page.keyboard.press('n');
  await page.waitForURL(/number=1/);
  await page.getByRole('heading', { name: say('observatory.map.cluster', { number: 1 }) }).waitFor();
  await look('map');
  await page.getByText(say('web.map.table'), { exact: true }).first().click();
  await page.getByRole('columnheader', { name: say('observatory.map.territories') }).waitFor();
  await page.getByRole('button', { name: say('observatory.map.mark') }).first().click();
  await page.waitForURL(/clusterId=/);
  await page.getByRole('button', { name: say('observatory.map.unmark') }).waitFor();
  // A small industry is measured while one waits.
  await page.getByLabel(say('observatory.map.industry'), { exact: true }).last().selectOption({ index: 2 });
  await page.getByRole('button', { name: say('observatory.k.measure') }).click();
  await page.waitForURL(/k=/);
  await page.getByText(say('observatory.k.observed'), { exact: true }).waitFor();
  await look('curve');
  expect(faults).toEqual([]);
  expect(troubles).toEqual([]);
});
