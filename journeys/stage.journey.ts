import { expect } from 'vitest';
import { journey } from './support/journey.ts';
import { looksAt, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

const say = wordsOf('zh-CN');

journey('compares clusters by stage, reads why one stands where it does, dissents, and opens its diagnosis', async ({ enter, product }) => {
  const { page, troubles } = await enter({ language: 'zh-CN' });
  await enterAs(page, product.output, 'expert');
  const { faults, look } = looksAt(page);
  await openPage(page, '/stages');
  await page.getByRole('region', { name: say('observatory.stage.undetermined') }).getByText(say('observatory.stage.undetermined.emerging')).waitFor();
  await look('side by side');
  await page.getByText(say('observatory.stage.view.time'), { exact: true }).click();
  await page.getByRole('columnheader', { name: '2024' }).waitFor();
  await look('over time');
  await page.getByRole('region', { name: say('observatory.stage.view.time') }).getByRole('link', { name: /样例市 E/ }).click();
  await page.getByRole('heading', { name: say('observatory.stage.whyThis', { stage: say('observatory.stage.name.decline') }) }).waitFor();
  await look('stage');
  await page.getByRole('button', { name: say('observatory.stage.judge') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('observatory.stage.opinion.kind')).selectOption('dissent');
  await dialog.getByLabel(say('observatory.stage.opinion.stage'), { exact: true }).selectOption('transformation');
  await dialog.getByLabel(say('observatory.stage.opinion.reason')).fill('样例：两家企业已转产。');
  await dialog.getByRole('button', { name: say('observatory.stage.judge.do') }).click();
  await page.getByText('样例：两家企业已转产。').waitFor();
  await page.getByRole('tab', { name: say('observatory.diagnosis.tab') }).click();
  await page.getByRole('heading', { name: say('observatory.diagnosis.group.weakness') }).waitFor();
  await look('diagnosis');
  expect(faults).toEqual([]);
  expect(troubles).toEqual([]);
});
