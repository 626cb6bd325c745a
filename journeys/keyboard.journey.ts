import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf, type Say } from './support/words.ts';

/** What has the keyboard now, as a screen reader would name it. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '');

/** Types into search until the first hit shows, and opens it: keys only. */
async function search(page: Page, say: Say, typed: string, hit: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog', { name: say('web.search') }).getByRole('combobox');
  await field.waitFor();
  await page.keyboard.type(typed);
  const option = page.getByRole('option').filter({ hasText: hit }).first();
  await option.waitFor();
  for (let step = 0; step < 30 && (await option.getAttribute('aria-selected')) !== 'true'; step += 1) await page.keyboard.press('ArrowDown');
  expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).filter({ hasText: hit }).waitFor();
}

describe('without a mouse', () => {
  journey('search finds by pinyin initials, traditional characters and English, and its deeds work', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page, troubles } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'operator');
    await page.request.post('/api/v1/organisations', { data: { name: { zh: '样例云龙齿轮厂', en: 'Sample Yunlong Gears' }, type: 'enterprise', visibility: 'open' } });
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await search(page, say, 'ylylclc', '样例云龙齿轮厂');
    await search(page, say, '樣例雲龍齒輪廠', '样例云龙齿轮厂');
    await search(page, say, 'yunlong gears', '样例云龙齿轮厂');

    // Escape leaves everything as it was; nothing found is said.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('qqqxxxzzz');
    await page.getByText(say('web.search.nothing', { words: 'qqqxxxzzz' })).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: say('web.search') }).waitFor({ state: 'hidden' });

    // Theme and language out of the palette; both outlive the window.
    for (const deed of [say('web.palette.dark'), 'Use English']) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(deed);
      await page.getByRole('option', { name: deed }).waitFor();
      await page.keyboard.press('Enter');
    }
    const html = page.locator('html');
    await expect.poll(() => html.getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Sample Yunlong Gears' }).waitFor();
    expect(await html.getAttribute('data-theme')).toBe('dark');
    expect(troubles).toEqual([]);
  });

  journey('the switches in the top bar persist over windows of the same browser', async ({ enter, product }) => {
    const { page, context } = await enter({ language: 'en' });
    await enterAs(page, product.output, 'reader');
    await page.goto('/');
    await page.getByRole('button', { name: '中文', exact: true }).click();
    const say = wordsOf('zh-CN');
    await page.getByRole('button', { name: say('web.scheme'), exact: true }).click();
    await page.getByRole('button', { name: say('web.scheme.dark'), exact: true }).click();
    const other = await context.newPage();
    await other.goto('/organisations');
    await other.getByRole('heading', { level: 1, name: say('registry.organisation.list') }).waitFor();
    expect(await other.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  journey('a list is read with j, k and Enter; tabs with the arrows; the first stop is the content', async ({ enter, product }) => {
    const say = wordsOf('en');
    const { page } = await enter({ language: 'en' });
    await enterAs(page, product.output, 'operator');
    await page.goto('/organisations?sample=true&type=enterprise');
    const rows = page.getByRole('table').getByRole('row');
    await rows.nth(3).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(say('web.skip'));
    await page.keyboard.press('Enter');
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    const second = rows.nth(2);
    expect(await second.evaluate((row) => row === document.activeElement)).toBe(true);
    const name = await second.getByRole('link').first().innerText();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/tab=clusters/);
    expect(await focused(page)).toContain(say('registry.tab.clusters'));
    await page.keyboard.press('Home');
    await page.waitForURL((url) => [null, 'overview'].includes(url.searchParams.get('tab')));
  });

  journey('a figure opens its trace, Escape closes it and gives the keyboard back; the address shares it', async ({ enter, product }) => {
    const say = wordsOf('en');
    const { page, context } = await enter({ language: 'en' });
    await enterAs(page, product.output, 'operator');
    await page.goto('/');
    const figure = page.getByRole('main').locator('[data-trace]').first();
    await figure.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: say('web.trace') });
    await panel.getByRole('heading', { name: say('web.trace.definition') }).waitFor();
    expect(await panel.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    const shared = page.url();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
    const other = await context.newPage();
    await other.goto(shared);
    await other.getByRole('complementary', { name: say('web.trace') }).getByRole('heading', { name: say('web.trace.definition') }).waitFor();
  });

  journey('the map is walked with the arrows, opened with Enter, and its table says the same', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'operator');
    await page.goto('/organisations?show=map');
    const map = page.getByRole('application');
    await map.waitFor();
    await map.focus();
    await page.keyboard.press('ArrowDown');
    const told = page.locator('.map-canvas [aria-live=polite]');
    await expect.poll(() => told.innerText()).not.toBe('');
    const first = await told.innerText();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => told.innerText()).not.toBe(first);
    const [region = ''] = (await told.innerText()).split(' ');
    const value = (await told.innerText()).slice(region.length).trim();

    const frame = page.locator('section.map');
    const view = (name: string) => frame.getByRole('radio', { name, exact: true });
    await view(say('web.map.picture')).focus();
    await page.keyboard.press('ArrowRight');
    expect(await view(say('web.map.table')).isChecked()).toBe(true);
    const row = frame.getByRole('row').filter({ hasText: region });
    await row.waitFor();
    expect(await row.getAttribute('aria-selected')).toBe('true');
    expect(value).toContain((await row.getByRole('cell').last().innerText()).trim());
    await view(say('web.map.table')).focus();
    await page.keyboard.press('ArrowLeft');
    await map.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/territoryId=cn/);
  });
});
