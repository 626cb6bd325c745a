import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { faultsOf, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

describe('data assets', () => {
  journey('a set moves on by one stage; a reader asks to use it and the keeper grants it', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'operator');
    await openPage(page, '/data-assets');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '样例·检测设备台账' }).click();
    await page.getByRole('button', { name: say('intake.asset.move'), exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: say('intake.asset.moveDo'), exact: true }).click();
    await page.getByText(say('intake.asset.moved', { from: say('intake.assetStage.process'), to: say('intake.assetStage.circulate') })).waitFor();
    expect(await faultsOf(page)).toEqual([]);

    const { page: other } = await enter({ language: 'zh-CN', width: 390 });
    await enterAs(other, product.output, 'reader');
    await openPage(other, new URL(page.url()).pathname);
    await other.getByRole('button', { name: say('intake.request.ask'), exact: true }).click();
    const dialog = other.getByRole('dialog');
    await dialog.getByLabel(say('intake.request.organisation')).fill('样例');
    await dialog.getByRole('option').first().click();
    await dialog.getByLabel(say('intake.column.purpose'), { exact: true }).fill('研究产业配套');
    await dialog.getByRole('button', { name: say('intake.request.send') }).click();
    await dialog.waitFor({ state: 'hidden' });

    await openPage(page, '/data-requests');
    await page.getByRole('button', { name: say('intake.request.decide'), exact: true }).click();
    await page.getByRole('dialog').getByLabel(say('intake.asset.reason')).fill('同意用于研究');
    await page.getByRole('dialog').getByRole('button', { name: say('intake.request.grant'), exact: true }).click();
    await page.getByRole('cell', { name: say('intake.requestState.granted') }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
