import { expect } from 'vitest';
import { journey } from './support/journey.ts';
import { looksAt, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

const say = wordsOf('zh-CN');

journey('finds an indicator by its dimension, reads a series with two sources, follows a figure to them, and reads a table of regions', async ({ enter, product }) => {
  const { page, troubles } = await enter({ language: 'zh-CN' });
  await enterAs(page, product.output, 'operator');
  const { faults, look } = looksAt(page);
  await openPage(page, '/indicators');
  await page.getByRole('navigation', { name: say('indicator.tree') }).getByRole('button', { name: new RegExp(`^${say('indicator.dimension.operation')}`) }).click();
  await page.waitForURL(/dimension=operation/);
  await look('catalogue');
  await page.getByRole('link', { name: '营业收入' }).first().click();
  await page.waitForURL(/\/indicators\/[0-9a-f-]{36}/);
  // One period of all clusters, then one of them over time.
  await page.getByRole('heading', { name: say('indicator.distribution') }).waitFor();
  await look('picture');
  await page.getByRole('tab', { name: new RegExp(`^${say('indicator.tab.multiples')}`) }).click();
  await page.getByRole('radio', { name: say('indicator.scale.own') }).waitFor({ state: 'attached' });
  await look('side by side');
  await page.getByRole('tab', { name: new RegExp(`^${say('indicator.tab.series')}`) }).click();
  await page.getByRole('heading', { name: say('indicator.series.table') }).waitFor();
  await look('series');
  // Two releases of 2024 stand beside each other; the figure opens its trace.
  await page.getByRole('button', { name: say('indicator.beside.open', { count: 2 }) }).first().click();
  await page.getByRole('dialog').getByText(say('indicator.beside.kept')).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: say('web.close') }).click();
  await page.locator('[data-trace]').first().click();
  await page.getByRole('columnheader', { name: say('indicator.trace.column.vintage'), exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await openPage(page, '/cross-tables');
  await page.getByRole('link', { name: /样例：分地区分行业从业人员/ }).click();
  await page.getByRole('columnheader', { name: '样例整机' }).waitFor();
  expect(await page.getByRole('cell', { name: say('indicator.missing.suppressed') }).count()).toBe(2);
  await look('table');
  expect(faults).toEqual([]);
  expect(troubles).toEqual([]);
});
