import { expect } from 'vitest';
import { journey } from './support/journey.ts';
import { faultsOf, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

const say = wordsOf('zh-CN');
const of = (key: string): string => say(`observatory.scoreboard.${key}`);

journey('builds a scoreboard, sees what each choice does to the ranks, freezes a run, follows a score to its values and publishes', async ({ enter, product }) => {
  const { page, troubles } = await enter({ language: 'zh-CN' });
  await enterAs(page, product.output, 'operator');
  const faults: string[] = [];
  const look = async (what: string) => {
    faults.push(...(await faultsOf(page)).map((fault) => `${what} ${fault}`));
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.push(`${what} scrolls sideways`);
  };
  await openPage(page, '/scoreboards/new');
  await page.getByLabel(of('field.name.zh')).fill('集群比较');
  await page.getByLabel(of('field.subjectKind')).selectOption('cluster');
  await page.getByRole('button', { name: of('new.do') }).click();
  await page.waitForURL(/\/studio/);
  await page.getByRole('button', { name: of('tree.start') }).click();
  for (const indicator of ['集群企业数', '区位商', '本地配套率']) {
    await page.getByRole('combobox', { name: say('observatory.scoreboard.tree.addIndicator', { group: '集群比较' }) }).fill(indicator);
    await page.getByRole('option', { name: new RegExp(`^${indicator}`) }).click();
    await page.getByRole('button', { name: indicator, exact: true }).waitFor();
  }
  await page.getByRole('tab', { name: new RegExp(of('subjects')) }).click();
  await page.getByRole('button', { name: of('subjects.all') }).click();
  const live = page.getByRole('region', { name: of('live') });
  await live.getByRole('row').nth(2).waitFor();
  await page.getByRole('button', { name: of('save'), exact: true }).click();
  await page.getByRole('tab', { name: new RegExp(of('part.tree')) }).click();
  await page.getByRole('textbox', { name: say('observatory.scoreboard.weightOf', { name: '区位商' }) }).fill('20');
  await live.getByRole('status').waitFor();
  await look('tree');
  await page.getByRole('tab', { name: of('part.methods') }).click();
  await page.getByRole('radio', { name: new RegExp(`^${of('normalisation.rank')}`) }).first().check();
  await page.getByText(/换位，平均|名次不变/).first().waitFor();
  await look('methods');
  await page.getByRole('button', { name: of('save'), exact: true }).click();
  await page.getByRole('button', { name: of('compute'), exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: of('compute.do'), exact: true }).click();
  await page.getByRole('dialog').getByText(say('web.job.done')).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: of('toResults') }).click();
  await page.getByRole('region', { name: of('ranksAndScores') }).getByRole('link').first().waitFor();
  await look('ranks');
  await page.getByRole('region', { name: of('ranksAndScores') }).getByRole('link').first().click();
  await page.locator('[data-trace]').first().click();
  await page.getByRole('heading', { name: say('web.trace.source') }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: of('tab.benchmark') }).click();
  await page.getByRole('img', { name: /高于对标均值/ }).waitFor();
  await look('benchmark');
  await page.getByRole('tab', { name: of('tab.why') }).click();
  await page.getByRole('region', { name: of('without.title') }).waitFor();
  await look('how firm');
  await page.getByRole('tab', { name: new RegExp(of('editions')) }).click();
  await page.getByRole('button', { name: of('publish'), exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: of('publish'), exact: true }).click();
  await page.getByRole('cell', { name: of('state.published'), exact: true }).waitFor();
  expect(faults).toEqual([]);
  expect(troubles).toEqual([]);
});
