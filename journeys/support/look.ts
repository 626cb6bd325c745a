import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  id: string;
  nodes: { target: unknown[] }[];
}

/** Automatic WCAG 2.2 AA faults of the page as it stands. */
export async function faultsOf(page: Page): Promise<string[]> {
  // A table that waits for its rows is dimmed on purpose; it is judged once they are there.
  await settled(page);
  // A colour on its way from one state to the next is no colour of the page.
  await page.evaluate(() => Promise.all(document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity).map((each) => each.finished.catch(() => undefined))));
  // The policy of the product allows no foreign scripts, so axe comes in through the debugger, once for each document.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axeSource);
  const violations = await page.evaluate(
    async (values) => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
      return (await axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })).violations;
    },
    tags,
  );
  return violations.flatMap((violation) => violation.nodes.slice(0, 3).map((node) => `${violation.id}: ${node.target.join(' ')}`));
}

/** Those faults, and whether the page scrolls sideways, each with the words for what is looked at. */
export async function flawsOf(page: Page, what: string): Promise<string[]> {
  const faults = await faultsOf(page);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  return [...faults, ...(isWide ? ['scrolls sideways'] : [])].map((fault) => `${what} ${fault}`);
}

/** For a journey that looks at its page again and again: `look` adds to `faults` what is wrong by then. */
export function looksAt(page: Page): { faults: string[]; look(what: string): Promise<void> } {
  const faults: string[] = [];
  return { faults, look: async (what) => void faults.push(...(await flawsOf(page, what))) };
}

/** Opens a page and waits until it has a heading and nothing in it is still loading. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.locator('h1').first().waitFor({ timeout: 60_000 }).catch(() => {
    throw new Error(`${address} shows no heading`);
  });
  await settled(page);
}

/**
 * Goes to another page inside the running app, as a link would, at a fifth of what loading it anew costs. That every
 * page can also be loaded by its address is told by the journey through every page.
 */
export async function moveTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => history.pushState({}, '', to), address);
  await arrived(page);
}

/** Waits until the page of the address stands in the place of the one before, and nothing in it is loading. */
export async function arrived(page: Page): Promise<void> {
  const stands = () => {
    const { pathname } = location;
    return decodeURIComponent(document.documentElement.dataset['page'] ?? '') === decodeURIComponent(pathname) && document.querySelector('h1') !== null;
  };
  await page.waitForFunction(stands, undefined, { timeout: 60_000 }).catch(() => {
    throw new Error(`${page.url()} is not reached, or shows no heading`);
  });
  await settled(page);
}

/** Waits until nothing on the page is loading. */
export async function settled(page: Page): Promise<void> {
  // The gallery shows what waiting looks like, and goes on showing it.
  const still = () =>
    document.querySelector('[aria-busy="true"]') === null &&
    (location.pathname.endsWith('/gallery') || ![...document.querySelectorAll('.skeleton')].some((each) => each.checkVisibility()));
  await page.waitForFunction(still, undefined, { timeout: 60_000 }).catch(() => {
    throw new Error(`${new URL(page.url()).pathname} does not finish loading`);
  });
}
