import { expect } from 'vitest';
import { journey } from './support/journey.ts';
import { flawsOf, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

const say = wordsOf('zh-CN');

journey('reads what promotes the clusters, narrows the list by it, and sees gaps and overlaps of one', async ({ enter, product }) => {
  const { page, troubles } = await enter({ language: 'zh-CN' });
  await enterAs(page, product.output, 'operator');
  const faults: string[] = [];
  const look = async (address: string) => {
    await openPage(page, address);
    faults.push(...(await flawsOf(page, address)));
  };
  for (const address of ['/organisations?show=breakdown', '/places?show=breakdown', '/clusters?show=breakdown']) await look(address);
  await page.getByRole('button', { name: say('registry.cluster.breakdown.withoutOrganisation'), exact: true }).click();
  await page.waitForURL(/promoted=false/);
  await page.goto(`/clusters?q=${encodeURIComponent('样例市 A')}`);
  await page.getByRole('link', { name: /样例市 A 精密仪器集群/ }).first().click();
  await page.waitForURL(/\/clusters\/[0-9a-f-]{36}/);
  const address = new URL(page.url()).pathname;
  await look(`${address}?tab=structure`);
  await page.getByText(say('registry.structure.gap')).first().waitFor();
  await page.getByText(say('registry.structure.overlap', { count: 2 })).first().waitFor();
  await look(`${address}?tab=statements`);
  await page.getByText('现代产业体系六个特点').waitFor();
  await look(`${address}?tab=promotion`);
  expect(faults).toEqual([]);
  expect(troubles).toEqual([]);
});
