import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { faultsOf, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

describe('a warning', () => {
  journey('is found on the list, read with its signs, and dealt with; its rule gets a new edition', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page, troubles } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'operator');
    await openPage(page, '/warnings?state=open');
    await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
    await page.waitForURL(/\/warnings\/.+/);
    const signs = page.getByRole('region', { name: say('observatory.warning.signs') });
    await signs.getByRole('img').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: say('observatory.warning.do.acknowledge'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('已请集群办核实');
    await dialog.getByRole('button', { name: say('observatory.warning.do.acknowledge'), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('listitem').filter({ hasText: '已请集群办核实' }).waitFor();

    await page.getByRole('region', { name: say('observatory.warning.about') }).getByRole('link').last().click();
    await page.waitForURL(/\/alarm-rules\/.+/);
    await page.getByRole('link', { name: say('observatory.alarm.revise'), exact: true }).click();
    await page.getByRole('textbox', { name: say('observatory.stage.ruleNote') }).fill('样例：放宽界限');
    await page.getByRole('button', { name: say('observatory.alarm.issue'), exact: true }).click();
    await page.getByRole('region', { name: say('observatory.alarm.editions') }).getByText('样例：放宽界限').waitFor();
    expect(troubles).toEqual([]);
  });
});
