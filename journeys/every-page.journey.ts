import { describe, expect } from 'vitest';
import { rngFrom } from '#kernel/stats/rng.ts';
import { journey } from './support/journey.ts';
import { flawsOf, moveTo, openPage } from './support/look.ts';
import { addressesOf, pageRoutes } from './support/pages.ts';
import { enterAs, roleLogins } from './support/sign-in.ts';

describe('every page', () => {
  journey('has no automatic accessibility fault, no script error and no sideways scroll', async ({ enter, product }) => {
    const { page, troubles } = await enter();
    await enterAs(page, product.output, 'operator');
    const { addresses, without } = await addressesOf(page);
    console.log(`pages: ${addresses.length} opened, ${without.length} without a record: ${without.join(' ')}`);
    expect(addresses.length).toBeGreaterThan(pageRoutes.length / 2);
    const faults: string[] = [];
    for (const address of addresses) {
      await openPage(page, address);
      faults.push(...(await flawsOf(page, address)));
    }
    expect(faults).toEqual([]);
    expect(troubles).toEqual([]);
  });

  journey('stays right in a seeded sample of role, language, theme and width', async ({ enter, enterAgain, product }) => {
    const random = rngFrom(20261122);
    const { page: operator } = await enter();
    await enterAs(operator, product.output, 'operator');
    const { addresses } = await addressesOf(operator);
    const faults: string[] = [];
    for (let at = 0; at < 24; at += 1) {
      const language = random.pick(['zh-CN', 'en'] as const);
      const theme = random.pick(['light', 'dark'] as const);
      const width = random.pick([390, 1024, 1440]);
      const login = random.pick(roleLogins);
      const address = random.pick(addresses);
      const label = `${address} as ${login}, ${language}, ${theme}, ${width}`;
      const { page, context, troubles } = await enterAgain();
      await enterAs(page, product.output, login);
      await context.addCookies([{ name: 'clusterloom_lang', value: language, url: product.address }]);
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 900 });
      await openPage(page, address);
      faults.push(...(await flawsOf(page, `${label}:`)));
      // A page that a role may not see answers 403 or 404; the browser itself writes that into its console.
      faults.push(...troubles.filter((trouble) => !/status of 40[34]/.test(trouble)).map((trouble) => `${label}: ${trouble}`));
      await page.close();
    }
    expect(faults).toEqual([]);
  });

  journey('shows no untranslated word in the stretched language', async ({ enter, product }) => {
    const { page } = await enter({ language: 'en' });
    await enterAs(page, product.output, 'operator');
    const { addresses } = await addressesOf(page);
    const found: string[] = [];
    await openPage(page, '/?lang=en-XA');
    for (const address of addresses) {
      await moveTo(page, address);
      const buttons = await page.locator('button:visible:not(.bar-chart button, :has(> [translate=no])), th:visible:not([translate=no], :has(> [translate=no])), label:visible, h2:visible, [role=tab]:visible').allInnerTexts();
      // Stretched words carry accents; names of records do not and stand in links, cells and bars; heads of somebody's own file are marked; a language is called by its own name.
      const plain = buttons.map((text) => text.trim()).filter((text) => /^[A-Za-z][a-z]{3,}( [a-z]+)*$/.test(text) && text !== 'English');
      found.push(...plain.map((text) => `${address}: ${text}`));
    }
    expect(found).toEqual([]);
  });
});
