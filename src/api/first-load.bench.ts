import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from '#platform/testing/measure.ts';
import { openBrowser, visit } from '../../journeys/support/browser.ts';
import { startProduct } from '../../journeys/support/product.ts';
import { enterAs } from '../../journeys/support/sign-in.ts';

/** What the signed-in shell costs on the wire, and how long the second start takes. */
export default async function bench(): Promise<Measurement[]> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'cl-bench-'));
  try {
    await (await startProduct({ dataDirectory })).stop();
    const started = performance.now();
    const product = await startProduct({ dataDirectory });
    const second = (performance.now() - started) / 1000;
    const kilobytes = await shellSize(product.address, product.output());
    await product.stop();
    return [
      { name: 'second start, build check included, until ready', unit: 's', value: second, limit: 3 },
      { name: 'scripts and styles of the signed-in home page, compressed', unit: 'kB', value: kilobytes, limit: 350 },
    ];
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

async function shellSize(address: string, output: string): Promise<number> {
  const browser = await openBrowser();
  const { page } = await visit(browser, address);
  await enterAs(page, output, 'operator');
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  const bytes = await page.evaluate(() =>
    performance.getEntriesByType('resource').reduce((sum, entry) => sum + (/\.(js|css)$/.test(new URL(entry.name).pathname) ? (entry as PerformanceResourceTiming).encodedBodySize : 0), 0),
  );
  await browser.close();
  return bytes / 1000;
}
