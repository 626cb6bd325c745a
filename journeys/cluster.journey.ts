import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

interface Found {
  items: { id: string; name: { zh?: string; en?: string } }[];
}

async function idOf(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(`/api/v1${path}`);
  const [first] = ((await answer.json()) as Found).items;
  expect(first, path).toBeDefined();
  return first?.id ?? '';
}

const sampleCluster = (page: Page) => idOf(page, `/clusters?sample=true&q=${encodeURIComponent('样例市 A')}`);

describe('a cluster', () => {
  journey('its profile: every tab opens, says what it holds, and can be linked', async ({ enter, product }) => {
    const say = wordsOf('en');
    const { page, troubles } = await enter({ language: 'en' });
    await enterAs(page, product.output, 'reader');
    const id = await sampleCluster(page);
    await page.goto(`/clusters/${id}`);
    await page.getByRole('application').waitFor();
    const tabs = page.getByRole('tab');
    const total = await tabs.count();
    expect(total).toBeGreaterThan(5);
    for (let at = 0; at < total; at += 1) {
      await tabs.nth(at).click();
      expect(await tabs.nth(at).getAttribute('aria-selected')).toBe('true');
      const panel = page.getByRole('tabpanel');
      await expect.poll(async () => (await panel.innerText()).trim().length).toBeGreaterThan(20);
      await expect.poll(() => panel.getByText(say('web.state.loading')).count()).toBe(0);
      expect(await panel.getByRole('alert').count()).toBe(0);
    }
    const address = page.url();
    await page.reload();
    expect(page.url()).toBe(address);
    await expect.poll(() => tabs.last().getAttribute('aria-selected')).toBe('true');
    // A reader is offered nothing to change.
    expect(await page.getByRole('button', { name: say('registry.member.add') }).count()).toBe(0);
    expect(await page.getByRole('link', { name: say('registry.cluster.edit') }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  journey('two sources disagree: both stand side by side, one is chosen with a reason, and nothing is lost', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'operator');
    const id = await sampleCluster(page);
    await page.goto(`/clusters/${id}?tab=statements`);
    const card = page.getByRole('region').filter({ hasText: say('registry.statement.twoSources') }).first();
    const title = await card.getByRole('heading').innerText();
    const table = card.getByRole('table');
    const rows = await table.getByRole('row').count();
    expect(rows).toBeGreaterThan(2);
    const other = table.getByRole('row').filter({ hasText: say('web.statement.other') }).first();
    const source = await other.getByRole('cell').nth(3).innerText();
    await other.getByRole('button', { name: say('web.statement.choose') }).click();

    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('web.statement.choose') }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('textbox', { name: say('registry.statement.reason') }).fill('口径与年报一致。');
    await dialog.getByRole('button', { name: say('web.statement.choose') }).click();
    await dialog.waitFor({ state: 'hidden' });

    const decided = page.getByRole('region', { name: title, exact: true });
    await decided.getByText(say('registry.statement.decidedTag')).waitFor();
    expect(await decided.getByRole('table').getByRole('row').count()).toBe(rows);
    const shown = decided.getByRole('row').filter({ has: page.getByText(say('web.statement.shown'), { exact: true }) });
    expect(await shown.getByRole('cell').nth(3).innerText()).toBe(source);
    await page.goto(`/clusters/${id}?tab=history`);
    await page.getByRole('tabpanel').getByText(say('registry.event.cluster.statementChosen')).first().waitFor();
  });

  journey('members come and go, bodies are filled', async ({ enter, product }) => {
    const say = wordsOf('en');
    const { page } = await enter({ language: 'en' });
    await enterAs(page, product.output, 'operator');
    const made = await page.request.post('/api/v1/organisations', { data: { name: { zh: '样例入群企业', en: 'Sample Newcomer' }, type: 'enterprise', visibility: 'open' } });
    expect(made.status()).toBe(201);
    const id = await sampleCluster(page);
    const counted = async () => ((await (await page.request.get(`/api/v1/clusters/${id}`)).json()) as { memberCount: number }).memberCount;
    const before = await counted();

    await page.goto(`/clusters/${id}?tab=members`);
    await page.getByRole('button', { name: say('registry.member.add') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: say('registry.recordKind.organisation') }).fill('Sample Newcomer');
    await dialog.getByRole('option', { name: /Sample Newcomer/ }).click();
    await dialog.getByRole('combobox', { name: say('registry.field.membershipClass') }).selectOption({ label: say('registry.membershipClass.core') });
    await dialog.getByRole('button', { name: say('registry.member.add') }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await counted()).toBe(before + 1);

    await page.getByRole('searchbox', { name: say('registry.member.find') }).fill('Newcomer');
    const row = page.getByRole('row').filter({ hasText: 'Sample Newcomer' });
    await row.getByRole('cell', { name: say('registry.membershipClass.core') }).waitFor();
    await row.getByRole('button', { name: say('registry.member.edit', { name: 'Sample Newcomer' }) }).click();
    await dialog.getByRole('button', { name: say('registry.member.remove') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row.waitFor({ state: 'hidden' });
    expect(await counted()).toBe(before);

    await page.goto(`/clusters/${id}?tab=promotion`);
    const slot = page.getByRole('region', { name: say('registry.bodySlot.advise') }).first();
    await slot.getByRole('button', { name: say('registry.body.add') }).click();
    await dialog.getByRole('textbox', { name: say('registry.field.name.en') }).fill('Sample expert council');
    await dialog.getByRole('button', { name: say('registry.body.add') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await slot.getByText('Sample expert council').waitFor();
    await slot.getByRole('button', { name: say('registry.body.edit', { name: 'Sample expert council' }) }).click();
    await dialog.getByRole('button', { name: say('registry.body.remove') }).click();
    await slot.getByText('Sample expert council').waitFor({ state: 'hidden' });
  });

  journey('what looks like a park is entered as a cluster only with a reason, and the reason is kept', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'operator');
    await page.goto('/clusters/new');
    await page.getByRole('textbox', { name: say('registry.field.name.zh') }).fill('样例像园区的集群');
    await page.getByRole('combobox', { name: say('registry.cluster.scopes.where') }).fill('样例市');
    await page.getByRole('option').first().click();
    const answer = async (question: string, reply: 'web.yes' | 'web.no') => {
      await page.getByRole('group', { name: question }).getByText(say(reply), { exact: true }).click();
    };
    await answer('范围是规划或批准划定的', 'web.yes');
    await answer('设有管理委员会', 'web.yes');
    await answer('成员之间有持续的合作（正式或非正式）', 'web.no');
    await page.getByRole('link', { name: say('registry.verdict.enterAs.park') }).waitFor();

    // The button says what is missing, and pressing it does nothing.
    const create = page.getByRole('button', { name: say('registry.cluster.create') });
    expect(await create.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('textbox', { name: say('registry.verdict.reason') }).fill('省里按集群管理，先按集群登记。');
    expect(await create.getAttribute('aria-disabled')).toBeNull();
    await create.click();
    await page.getByRole('heading', { level: 1, name: '样例像园区的集群' }).waitFor();
    await page.getByRole('tab', { name: say('registry.cluster.verdict') }).click();
    await page.getByRole('tabpanel').getByText('省里按集群管理，先按集群登记。').first().waitFor();
  });
});
