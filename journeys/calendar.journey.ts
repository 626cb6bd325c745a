import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { faultsOf, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

describe('the calendar and background jobs', () => {
  journey('a year is imported, a deadline explains itself, and the work it caused is seen', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'operator');
    await openPage(page, '/administration/calendar');
    expect(await faultsOf(page)).toEqual([]);

    await page.getByText(say('calendar.yearOpen', { year: '2027' }), { exact: true }).click();
    await page.getByText(say('calendar.notAnnounced.hint')).waitFor();
    await page.getByRole('button', { name: say('calendar.import'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('calendar.import.source')).fill('样例通知');
    await dialog.getByLabel(say('calendar.import.lines')).fill('2027-01-01, 放假, 元旦\n2027-01-02, 班, 元旦调休');
    await dialog.getByRole('button', { name: say('calendar.import.do', { count: 2 }) }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(say('calendar.announced'), { exact: true }).waitFor();

    await page.getByLabel(say('calendar.try.count')).fill('2');
    await page.getByLabel(say('calendar.try.start')).fill('2026-12-31');
    await page.getByRole('button', { name: say('calendar.try.do'), exact: true }).click();
    await page.getByText('1月2日（周六）调休上班，计入。').waitFor();
    await page.getByText('第 2 个工作日是2027年1月4日（周一）。').waitFor();

    await openPage(page, '/administration/jobs');
    await page.getByRole('row', { name: /重新计算期限/ }).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await openPage(page, '/administration/health');
    await page.getByRole('row', { name: /数据库引擎/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    // Long work is shown to whoever asked for it; a reader has asked for none.
    const { page: reading } = await enter({ language: 'zh-CN' });
    await enterAs(reading, product.output, 'reader');
    await openPage(reading, '/jobs');
    await reading.getByText(say('system.jobs.mine.empty'), { exact: true }).waitFor();
  });
});
