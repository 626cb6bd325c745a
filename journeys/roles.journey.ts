import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { arrived, moveTo, openPage } from './support/look.ts';
import { pageRoutes } from './support/pages.ts';
import { enterAs, firstId, roleLogins } from './support/sign-in.ts';
import { wordsOf, type Say } from './support/words.ts';

const records = ['/organisations', '/clusters', '/places'] as const;
const navigation = pageRoutes.flatMap((route) => (route.nav ? [{ ...route, nav: route.nav }] : []));

interface Held {
  permissions: string[];
}

/** Main actions of the page that lead to another page. */
async function primaryLinks(page: Page): Promise<string[]> {
  const links = await page.locator('main a.button-primary:visible').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(links)].filter((href) => href.startsWith('/'));
}

/** What a page keeps from this reader although it was offered. */
async function refusals(page: Page, say: Say): Promise<string[]> {
  const text = await page.getByRole('main').innerText();
  const [before = ''] = say('web.state.noPermission.of', { thing: '\n' }).split('\n');
  return [say('web.state.noPermission'), before, say('web.state.granter')].filter((words) => text.includes(words));
}

describe('every role', () => {
  for (const login of roleLogins) {
    journey(`${login}: what is offered can be opened, on the desk and on the phone`, async ({ enterAgain, product }) => {
      const language = roleLogins.indexOf(login) % 2 === 0 ? 'zh-CN' : 'en';
      const say = wordsOf(language);
      const { page } = await enterAgain({ language });
      await enterAs(page, product.output, login);
      const held = (await (await page.request.get('/api/v1/session')).json()) as Held;
      const faults: string[] = [];
      page.on('response', (answer) => {
        if (answer.status() === 403 || answer.status() >= 500) faults.push(`${answer.status()} ${answer.request().method()} ${new URL(answer.url()).pathname} on ${new URL(page.url()).pathname}`);
      });
      await openPage(page, '/');

      // The rail holds what the rights ask for, no more and no less.
      const administers = pageRoutes.some(({ administration }) => administration && administration.permission !== null && held.permissions.includes(administration.permission));
      const wanted = navigation.filter(({ nav }) => (nav.administration ? administers : !nav.permissions || nav.permissions.some((permission) => held.permissions.includes(permission))));
      const rail = page.getByRole('navigation', { name: say('web.rail'), exact: true });
      const rooms = [...new Set(wanted.map(({ nav }) => nav.room))]
        .flatMap((room) => (room === undefined ? [] : [{ name: say(`web.room.${room}`), pages: wanted.filter(({ nav }) => nav.room === room) }]))
        .filter(({ pages }) => pages.length > 1);
      const alone = wanted.filter((route) => !rooms.some(({ pages }) => pages.includes(route)));
      await expect.poll(async () => (await rail.getByRole('link').allInnerTexts()).toSorted()).toEqual([...alone.map((route) => say(route.title)), ...rooms.map(({ name }) => name)].toSorted());

      const toOpen = new Set<string>();
      const look = async (address: string, phone = true) => {
        faults.push(...(await refusals(page, say)).map((words) => `${address}: ${words}`));
        for (const href of await primaryLinks(page)) toOpen.add(href);
        if (!phone) return;
        await page.setViewportSize({ width: 390, height: 844 });
        // Drawings take a moment to fit the new width.
        await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, undefined, { timeout: 20_000 }).catch(() => faults.push(`${address} scrolls sideways at 390`));
        for (const href of await primaryLinks(page)) toOpen.add(href);
        await page.setViewportSize({ width: 1440, height: 900 });
      };
      await look('/');
      for (const { path, title } of wanted.filter((route) => route.path !== '/')) {
        // A page that shares its room with others is reached through the line of the room and the bar above its pages.
        const room = rooms.find(({ pages }) => pages.some((one) => one.path === path));
        await rail.getByRole('link', { name: room?.name ?? say(title), exact: true }).click();
        if (room) await page.getByRole('navigation', { name: room.name, exact: true }).getByRole('link', { name: say(title), exact: true }).click();
        await page.waitForURL((url) => url.pathname === path);
        await arrived(page);
        // That every page fits the phone is told by the journey through every page; here it is the buttons.
        await look(path, path === '/organisations' || path === '/clusters');
      }
      for (const list of records) {
        const id = await firstId(page, `${list}?limit=1`).catch(() => null);
        if (id === null) continue;
        await moveTo(page, `${list}/${id}`);
        await look(`${list}/…`);
      }
      for (const href of toOpen) {
        await moveTo(page, href);
        faults.push(...(await refusals(page, say)).map((words) => `${href}, offered as a main action: ${words}`));
      }

      // On the phone the same navigation stands in the drawer.
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole('button', { name: say('web.rail.open') }).click();
      const drawer = page.getByRole('dialog', { name: say('web.rail') });
      await expect.poll(() => drawer.getByRole('link').count()).toBe(alone.length + rooms.length);
      await drawer.getByRole('link').first().click();
      await drawer.waitFor({ state: 'hidden' });
      expect(faults).toEqual([]);
    });
  }
});
