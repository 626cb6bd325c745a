import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { faultsOf, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

describe('campaigns', () => {
  journey('a clerk reports on the phone, the city sees it on the board and accepts it', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page: phone } = await enter({ language: 'zh-CN', width: 390, height: 844 });
    await enterAs(phone, product.output, 'firm');
    await openPage(phone, '/my-reports?open=true');
    expect(await faultsOf(phone)).toEqual([]);
    await phone.getByRole('link', { name: '样例·专精特新企业月报' }).last().click();
    await phone.getByRole('heading', { name: say('intake.report.step', { at: '1', of: '4', title: '单位' }) }).waitFor();
    await phone.getByRole('button', { name: say('intake.report.next', { title: '经营' }) }).click();
    await phone.getByLabel('主营业务收入').fill('12860');
    await phone.getByLabel('期末从业人员').fill('214');
    await phone.getByText(say('intake.report.saved')).waitFor();
    expect(await faultsOf(phone)).toEqual([]);
    await phone.getByLabel('主营业务收入').fill('560');
    await phone.getByRole('button', { name: say('intake.report.next', { title: '需求' }) }).click();
    await phone.getByText('订单', { exact: true }).click();
    await phone.getByRole('button', { name: say('intake.report.look') }).click();
    await phone.getByLabel(say('intake.report.truth')).check();
    await phone.getByRole('button', { name: say('intake.report.send'), exact: true }).click();
    await phone.getByText(say('intake.party.state.submitted'), { exact: true }).first().waitFor();
    expect(await faultsOf(phone)).toEqual([]);
    const report = new URL(phone.url()).pathname;

    const { page } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'territorial');
    await openPage(page, '/campaigns');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '样例·专精特新企业月报' }).first().click();
    await page.getByRole('heading', { name: say('intake.campaign.tab.board') }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    for (const tab of ['parties', 'findings', 'summaries', 'about']) {
      await page.getByRole('tab', { name: say(`intake.campaign.tab.${tab}`) }).click();
    }
    await openPage(page, '/forms');
    await page.getByRole('link', { name: '样例·专精特新企业月报' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await openPage(page, '/forms/new');
    await openPage(page, '/campaigns/new');
    await openPage(page, report);
    await page.getByRole('button', { name: say('intake.decide.accept'), exact: true }).click();
    await page.getByText(say('intake.decide.title', { level: '样例市 A' })).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
