import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { completeUscc } from '#kernel/text/uscc.ts';
import { journey } from './support/journey.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf, type Say } from './support/words.ts';

/** Registers an organisation behind the page, for journeys in which that is not the story. */
async function register(page: Page, zh: string, more: object = {}): Promise<string> {
  const answer = await page.request.post('/api/v1/organisations', { data: { name: { zh }, type: 'enterprise', visibility: 'open', ...more } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** Every event of the history tab, newest first, in words. */
async function historyOf(page: Page, id: string): Promise<string[]> {
  await page.goto(`/organisations/${id}?tab=history`);
  const entries = page.getByRole('tabpanel').getByRole('listitem');
  await entries.first().waitFor();
  return await entries.allInnerTexts();
}

async function choose(page: Page, say: Say, verb: 'archive' | 'merge'): Promise<void> {
  await page.getByRole('button', { name: say('registry.organisation.moreSteps') }).click();
  await page.getByRole('group', { name: say('registry.organisation.moreSteps') }).getByText(say(`registry.organisation.${verb}`), { exact: true }).click();
}

async function confirm(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('an organisation', () => {
  journey('is registered after its credit code was put right, and a draft survives a closed window', async ({ enter, product }) => {
    const say = wordsOf('en');
    const { page } = await enter({ language: 'en' });
    await enterAs(page, product.output, 'operator');
    const stem = '91440300MA5JRNY41';
    const right = completeUscc(stem);
    const wrong = `${stem}${right.endsWith('0') ? '1' : '0'}`;

    await page.goto('/organisations');
    await page.getByRole('link', { name: say('registry.organisation.new') }).first().click();
    const code = page.getByRole('textbox', { name: say('registry.field.uscc') });
    await page.getByRole('textbox', { name: say('registry.field.name.en') }).fill('Sample Journey Optics');
    await code.fill(`${wrong.slice(0, 6)} ${wrong.slice(6)}`);
    await page.getByText(say('registry.usccIssue.checkDigit')).waitFor();
    await page.getByRole('status').getByRole('button', { name: say('web.form.discard') }).waitFor();

    // Nothing typed is lost when the window goes.
    await page.reload();
    expect((await code.inputValue()).replaceAll(' ', '')).toBe(wrong);
    await page.getByRole('button', { name: say('registry.organisation.create') }).click();
    await page.getByRole('alert').getByRole('link').first().waitFor();
    expect(await code.getAttribute('aria-invalid')).toBe('true');

    await page.getByRole('button', { name: say('registry.organisation.form.uscc.use', { suggestion: right }) }).click();
    await page.getByText(say('registry.organisation.form.uscc.good')).waitFor();
    await page.getByRole('button', { name: say('registry.organisation.create') }).click();
    await page.getByRole('heading', { level: 1, name: 'Sample Journey Optics' }).waitFor();
    await page.getByText(right).first().waitFor();

    // The same code a second time is refused beside its field.
    await page.goto('/organisations/new');
    await page.getByRole('textbox', { name: say('registry.field.name.en') }).fill('Sample Journey Optics again');
    await code.fill(right);
    await page.getByRole('button', { name: say('registry.organisation.create') }).click();
    await page.getByText(say('registry.organisation.form.uscc.taken')).waitFor();
  });

  journey('edited in two windows: the second is told, keeps both changes, and loses nothing', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page: first } = await enter({ language: 'zh-CN' });
    const { page: second } = await enter({ language: 'zh-CN' });
    await enterAs(first, product.output, 'operator');
    await enterAs(second, product.output, 'national');
    const id = await register(first, '样例两窗编辑厂', { foundedYear: 1999 });
    for (const page of [first, second]) {
      await page.goto(`/organisations/${id}/edit`);
      await page.getByRole('textbox', { name: say('registry.field.foundedYear') }).waitFor();
    }

    await first.getByRole('textbox', { name: say('registry.field.foundedYear') }).fill('2003');
    await first.getByRole('button', { name: say('registry.organisation.save') }).click();
    await first.waitForURL((url) => url.pathname === `/organisations/${id}`);

    await second.getByRole('textbox', { name: say('registry.field.description') }).fill('做轴承，也做齿轮。');
    await second.getByRole('button', { name: say('registry.organisation.save') }).click();
    const told = second.getByRole('table', { name: say('registry.conflict.title') });
    await told.waitFor();
    const row = (label: string) => told.getByRole('row').filter({ hasText: label });
    expect(await row(say('registry.field.foundedYear')).innerText()).toContain('2003');
    expect(await row(say('registry.field.foundedYear')).innerText()).toContain(say('registry.conflict.onlyTheirs'));
    expect(await row(say('registry.field.description')).innerText()).toContain('做轴承，也做齿轮。');
    expect(await second.getByRole('textbox', { name: say('registry.field.description') }).inputValue()).toBe('做轴承，也做齿轮。');
    await second.getByRole('button', { name: say('registry.conflict.keepMine') }).click();
    await second.waitForURL((url) => url.pathname === `/organisations/${id}`);

    const kept = (await (await first.request.get(`/api/v1/organisations/${id}`)).json()) as { foundedYear: number; description: string };
    expect(kept).toMatchObject({ foundedYear: 2003, description: '做轴承，也做齿轮。' });
    const history = await historyOf(first, id);
    expect(history.filter((entry) => entry.includes(say('registry.event.organisation.updated')))).toHaveLength(2);
    expect(history.at(-1)).toContain(say('registry.event.organisation.created'));
  });

  journey('is archived and restored; two are merged and split again; the history tells it', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'operator');
    const kept = await register(page, '样例旅途精工');
    const doubled = await register(page, '样例旅途精工有限公司', { foundedYear: 2011 });

    await page.goto(`/organisations/${doubled}`);
    await choose(page, say, 'archive');
    await confirm(page, say('registry.organisation.archive'));
    await page.getByRole('status').filter({ has: page.locator('svg') }).first().waitFor();
    await page.goto('/organisations?q=%E6%A0%B7%E4%BE%8B%E6%97%85%E9%80%94');
    await page.getByRole('link', { name: '样例旅途精工', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: '样例旅途精工有限公司' }).count()).toBe(0);
    await page.goto(`/organisations/${doubled}`);
    await page.getByRole('button', { name: say('registry.organisation.restore') }).click();
    await confirm(page, say('registry.organisation.restore'));

    await page.goto(`/organisations/${kept}`);
    await choose(page, say, 'merge');
    await page.getByRole('combobox', { name: say('registry.merge.pick') }).fill('样例旅途精工有限公司');
    await page.getByRole('option', { name: /样例旅途精工有限公司/ }).click();
    await page.getByRole('table', { name: say('registry.merge.comparison') }).getByText(say('registry.merge.onlyMerged')).first().waitFor();
    await page.getByRole('button', { name: say('registry.merge.confirm', { merged: '样例旅途精工有限公司', kept: '样例旅途精工' }) }).click();
    await page.waitForURL((url) => url.pathname === `/organisations/${kept}`);

    // The merged one still answers under its own address, and says where it went.
    await page.goto(`/organisations/${doubled}`);
    await page.getByRole('main').getByRole('status').getByRole('link', { name: /样例旅途精工/ }).waitFor();
    await page.getByRole('button', { name: say('registry.organisation.split') }).click();
    await confirm(page, say('registry.organisation.split'));
    await page.getByRole('button', { name: say('registry.organisation.moreSteps') }).waitFor();

    const events = (await historyOf(page, doubled)).join('\n');
    for (const event of ['created', 'archived', 'restored', 'merged', 'split']) expect(events).toContain(say(`registry.event.organisation.${event}`));
    const others = (await historyOf(page, kept)).join('\n');
    for (const event of ['tookIn', 'gaveBack']) expect(others).toContain(say(`registry.event.organisation.${event}`));
  });
});
