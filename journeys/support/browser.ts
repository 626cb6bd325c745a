import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

export interface Visitor {
  language?: 'zh-CN' | 'en';
  theme?: 'light' | 'dark';
  /** 1440 for a desk, 390 for a phone. */
  width?: number;
  height?: number;
  /** Pixels of the picture for one of the page. */
  scale?: number;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** A page that needs longer than this for one step is broken, on a busy machine too. */
const patience = 45_000;

export async function openBrowser(): Promise<Browser> {
  const { executable, environment } = findChromium();
  const env = Object.fromEntries(Object.entries({ ...process.env, ...environment }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return await chromium.launch({ executablePath: executable, headless: true, args: flags, env });
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What went wrong behind the page: script errors, console errors, requests that left the machine. */
  troubles: string[];
}

/** Cookies and storage of an earlier visit go; the cache of the browser stays. */
async function forget(context: BrowserContext, address: string): Promise<void> {
  await context.clearCookies();
  await context.unrouteAll();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'cookies,local_storage,indexeddb,service_workers' });
  await page.close();
}

/** A browser window of one person. Nothing outside this machine is reached: such a request fails and is noted. */
export async function visit(browser: Browser, address: string, visitor: Visitor = {}, before?: BrowserContext): Promise<Visit> {
  const { language = 'zh-CN', theme = 'light', width = 1440, height = 900, scale = 1 } = visitor;
  const context = before ?? await browser.newContext({
    baseURL: address,
    locale: language,
    colorScheme: theme,
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  const troubles: string[] = [];
  if (before) await forget(before, address);
  await context.route(
    (url) => /^https?:$/.test(url.protocol) && !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname),
    async (route) => {
      troubles.push(`left the machine: ${route.request().url()}`);
      await route.abort();
    },
  );
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()} (${message.location().url} on ${page.url()})`);
  });
  return { page, context, troubles };
}
