import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { inject, test } from 'vitest';
import './journey-setup.ts';
import { openBrowser, visit, type Visit, type Visitor } from './browser.ts';

interface Fixtures {
  browser: Browser;
  /** The product that all journeys share: its address, and what it printed at its start. */
  product: { address: string; output: string };
  /** Opens a window of its own; all are closed afterwards, and a failed journey leaves a picture of each in .cache/journeys. */
  enter(visitor?: Visitor, address?: string): Promise<Visit>;
  /** A window of a browser that this file has used before, if it has: what was loaded then is still there; who was signed in and what the pages kept is not. */
  enterAgain(visitor?: Visitor): Promise<Visit>;
  /** The browsers of `enterAgain`. */
  kept: Map<string, Visit['context']>;
}

const pictures = resolve(import.meta.dirname, '../../.cache/journeys');

/** A test in a real browser: `journey('title', async ({ enter }) => { const { page } = await enter({ language: 'en' }); … })`. */
export const journey = test.extend<Fixtures>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the names out of the first parameter
    async ({}, use) => {
      const browser = await openBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  product: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      await use(inject('product'));
    },
    { scope: 'file' },
  ],
  kept: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      await use(new Map());
    },
    { scope: 'file' },
  ],
  enterAgain: async ({ browser, product, kept, task }, use) => {
    const visits: Visit[] = [];
    await use(async (visitor) => {
      const name = JSON.stringify(visitor ?? {});
      const one = await visit(browser, product.address, visitor, kept.get(name));
      kept.set(name, one.context);
      visits.push(one);
      return one;
    });
    for (const [index, { page }] of visits.entries()) {
      if (task.result?.state === 'fail') await takePicture(page, `${task.name}-again-${index + 1}`);
      await page.close();
    }
  },
  enter: async ({ browser, product, task }, use) => {
    const visits: Visit[] = [];
    await use(async (visitor, address) => {
      const one = await visit(browser, address ?? product.address, visitor);
      visits.push(one);
      return one;
    });
    for (const [index, { page, context }] of visits.entries()) {
      if (task.result?.state === 'fail') await takePicture(page, `${task.name}-${index + 1}`);
      await context.close();
    }
  },
});

async function takePicture(page: Visit['page'], title: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const file = join(pictures, `${title.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}.png`);
  await page.screenshot({ path: file, fullPage: true }).catch(() => {});
  console.log(`picture: ${file}`);
}
