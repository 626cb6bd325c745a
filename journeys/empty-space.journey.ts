import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { moveTo } from './support/look.ts';
import { pageRoutes } from './support/pages.ts';
import { enterAs } from './support/sign-in.ts';
import { languages, wordsOf } from './support/words.ts';

/** Lists and overviews: pages of the rail and others that are about no single record and are no form. */
const overviews = pageRoutes.filter((route) => !route.public && !route.path.includes('$') && !/\/(new|gallery|account)$/.test(route.path)).map((route) => route.path);

const promises: Readonly<Record<string, string>> = {
  '/organisations': 'registry.organisation.empty',
  '/clusters': 'registry.cluster.empty',
  '/places': 'registry.place.empty',
  '/lists': 'registry.list.empty',
  '/programmes': 'registry.programme.empty',
  '/imports': 'intake.empty',
};

describe('a space with nothing in it', () => {
  for (const language of languages) {
    journey(`home shows three steps, and every list says what will be here (${language})`, async ({ enter, product }) => {
      const say = wordsOf(language);
      const { page, troubles } = await enter({ language });
      await enterAs(page, product.output, 'operator');
      const made = await page.request.post('/api/v1/spaces', { data: { name: { zh: `空名册 ${language}`, en: `Empty register ${language}` }, withPack: false } });
      expect(made.status(), await made.text()).toBe(201);
      const { id } = (await made.json()) as { id: string };
      expect((await page.request.put('/api/v1/session/space', { data: { spaceId: id } })).ok()).toBe(true);

      await page.goto('/');
      const steps = page.getByRole('region', { name: say('publication.start') });
      await steps.waitFor();
      await expect.poll(() => steps.getByRole('listitem').count()).toBe(3);
      await steps.getByRole('link', { name: say('publication.start.import.do') }).waitFor();

      const faults: string[] = [];
      for (const path of language === 'en' ? Object.keys(promises) : overviews) {
        await moveTo(page, path);
        const main = page.getByRole('main');
        const text = await main.innerText();
        if (text.includes(say('web.state.error')) || text.includes(say('web.state.noPermission'))) faults.push(`${path} shows an error`);
        const promise = promises[path];
        if (promise && !text.includes(say(promise))) faults.push(`${path} does not say what will be here`);
        // An empty state says what will be here; a table without rows says nothing.
        const bare = await main.getByRole('table').evaluateAll((tables) => tables.filter((table) => table.querySelectorAll('tbody tr').length === 0).map((table) => table.querySelector('caption')?.textContent ?? ''));
        faults.push(...bare.map((caption) => `${path} shows a table without rows: ${caption}`));
        if (/NaN|undefined|\[object|null/.test(text)) faults.push(`${path} shows a raw value`);
      }
      expect(faults).toEqual([]);
      expect(troubles).toEqual([]);

      // Back to the sample by the first step.
      await page.goto('/');
      await steps.getByRole('button').first().click();
      await page.waitForURL((url) => url.pathname === '/');
      await page.getByRole('banner').getByText(language === 'en' ? 'Sample' : '样例', { exact: true }).waitFor();
    });
  }
});
