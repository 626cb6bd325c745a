import type { Page, Route } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { enterAs, firstId } from './support/sign-in.ts';
import { languages, wordsOf } from './support/words.ts';

const organisations = (url: URL) => url.pathname === '/api/v1/organisations';

/** Answers as the server does when it breaks. */
const broken = (status: number) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Broken', status, reason: 'unexpected', reference: 'ref-journey-7' }) });

async function main(page: Page): Promise<string> {
  return await page.getByRole('main').innerText();
}

describe('states of a page', () => {
  for (const language of languages) {
    journey(`slow, then broken, then well again (${language})`, async ({ enter, product }) => {
      const say = wordsOf(language);
      const { page } = await enter({ language });
      await enterAs(page, product.output, 'operator');

      // Slow: grey lines of the final size, announced once, and no error.
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route(organisations, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto('/organisations');
      await page.getByRole('main').getByText(say('web.state.loading')).first().waitFor({ state: 'attached' });
      await page.getByRole('heading', { level: 1, name: say('registry.organisation.list') }).waitFor();
      release();
      await page.getByRole('table').getByRole('row').nth(2).waitFor();
      await page.unrouteAll({ behavior: 'wait' });

      // Broken: says what, offers a retry and a number for support; the rest of the page stands.
      for (const status of [500, 503]) {
        await page.route(organisations, broken(status));
        await page.goto(`/organisations?q=${status}`);
        const alert = page.getByRole('main').getByRole('alert');
        await alert.waitFor();
        expect(await alert.innerText()).toContain(say('web.state.error.of', { what: say('registry.organisation.list') }));
        expect(await alert.innerText()).toContain('ref-journey-7');
        expect(await page.getByRole('searchbox').inputValue()).toBe(String(status));
        await page.unrouteAll();
        await alert.getByRole('button', { name: say('web.state.retry') }).click();
        await alert.waitFor({ state: 'hidden' });
      }

      // A filter that leaves nothing says so and leads back.
      await page.goto('/organisations?q=zzzzzzzz');
      await page.getByText(say('web.list.nothingLeft')).waitFor();
      await page.getByRole('main').getByRole('button', { name: say('web.list.clearFilters') }).last().click();
      await page.getByRole('table').getByRole('row').nth(2).waitFor();
    });
  }

  journey('offline is said, what stands stays, and it works again when the line is back', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page, context } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'operator');
    await page.goto('/organisations');
    await page.getByRole('table').getByRole('row').nth(2).waitFor();
    await context.setOffline(true);
    await page.getByRole('searchbox').fill('精密仪器');
    const alert = page.getByRole('main').getByRole('alert').filter({ hasText: say('web.problem.offline') });
    await alert.first().waitFor();
    await context.setOffline(false);
    await alert.first().getByRole('button', { name: say('web.state.retry') }).click();
    await page.getByRole('table').getByRole('row').filter({ hasText: '精密' }).first().waitFor();
  });

  journey('a page that is not there, a record that is not there, and a page that breaks', async ({ enter, product }) => {
    const say = wordsOf('en');
    const { page } = await enter({ language: 'en' });
    await enterAs(page, product.output, 'operator');
    await page.goto('/no-such-page');
    await page.getByRole('heading', { level: 1, name: say('web.page.notFound') }).waitFor();
    await page.getByRole('main').getByRole('link', { name: say('web.page.goHome') }).click();
    await page.waitForURL((url) => url.pathname === '/');

    for (const address of ['/organisations/01900000-0000-7000-8000-000000000000', '/clusters/01900000-0000-7000-8000-000000000000', '/places/01900000-0000-7000-8000-000000000000', '/territories/cn:000001']) {
      await page.goto(address);
      await page.getByText(say('web.state.notFound'), { exact: true }).waitFor();
    }
    // An address that is no address of a record is not found either, not a fault.
    await page.goto('/organisations/nonsense');
    await page.getByRole('main').getByText(say('web.state.notFound'), { exact: true }).waitFor();

    // An answer that the page does not understand breaks the page, not the shell.
    const id = await firstId(page, '/organisations?limit=1&sample=true');
    await page.route((url) => url.pathname === `/api/v1/organisations/${id}`, (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{}' }));
    await page.goto(`/organisations/${id}`);
    await page.getByRole('heading', { level: 1, name: say('web.page.broken') }).waitFor();
    expect(await main(page)).toContain(say('web.page.broken.hint'));
    await page.unrouteAll();
    await page.getByRole('button', { name: say('web.state.retry') }).click();
    await page.getByRole('tab').first().waitFor();
  });

  journey('a session that ended elsewhere leads to sign-in and back to the page', async ({ enter, product }) => {
    const { page, context } = await enter({ language: 'en' });
    await enterAs(page, product.output, 'operator');
    await page.goto('/organisations');
    await page.getByRole('table').getByRole('row').nth(2).waitFor();
    await context.clearCookies();
    await page.getByRole('searchbox').fill('样例');
    await page.waitForURL(/\/sign-in\?next=/);
    await enterAs(page, product.output, 'operator');
    await page.reload();
    await page.waitForURL((url) => url.pathname === '/organisations');
  });
});
