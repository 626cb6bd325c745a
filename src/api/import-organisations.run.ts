import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { importFile } from '#modules/intake/index.ts';
import { openPools } from '#platform/db/open-database.ts';
import { defaultImportLimits } from '#platform/files/import-limits.schema.ts';
import { secretBox } from '#platform/crypto/secret-box.ts';
import { blobStore } from '#platform/files/blob-store.ts';
import { loadTexts } from '#platform/i18n/messages.ts';
import { assemble } from './product.ts';

/** One import in a process of its own, so that its memory is nobody else's: `CONFIGS SPACE FILE`. Prints what it took. */
const [configs = '', spaceId = '', path = ''] = process.argv.slice(2);
const pools = openPools(JSON.parse(configs) as Parameters<typeof openPools>[0], () => undefined);
const product = assemble({ ...pools, close: async () => undefined }, {
  installation: {
    level: 'sensitive', secrets: secretBox(new Uint8Array(32).fill(7)), outside: null, files: blobStore(join(dirname(path), 'files')), texts: loadTexts(join(process.cwd(), 'src')),
    publicUrl: null, allowHosts: [], importLimits: { ...defaultImportLimits, rows: null, bytes: Number.MAX_SAFE_INTEGER },
  },
});
const base = process.memoryUsage().rss / 2 ** 20;
const begun = performance.now();
const delays: number[] = [];
let beat = performance.now();
const pulse = setInterval(() => {
  const now = performance.now();
  delays.push(now - beat - 10);
  beat = now;
}, 10);
const { batch } = await product.asSystem(spaceId, async (context) => {
  const result = await importFile(context, { path, fileName: basename(path), walk: { passed: async () => void process.stdout.write('PART\n') } });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
});
clearInterval(pulse);
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
const stalls = delays.toSorted((a, b) => a - b);
process.stdout.write(`RESULT ${JSON.stringify({ seconds: (performance.now() - begun) / 1000, peak, base, stall: stalls[Math.floor(stalls.length * 0.99)] ?? 0, outcome: batch.outcome, rows: batch.rowCount })}\n`);
process.exit(0);
