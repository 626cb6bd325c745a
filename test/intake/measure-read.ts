import { openTable } from '#modules/intake/read/open-table.ts';
import { UnreadableFile } from '#modules/intake/read/unreadable-file.ts';
import { defaultImportLimits, type ImportLimits } from '#modules/intake/words/read.schema.ts';

/** A process of its own: opens a file, walks to its end, and prints what that took. */
const [path = '', limits = '{}'] = process.argv.slice(2);
const before = process.memoryUsage.rss();
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 5);
const start = performance.now();
const processor = process.cpuUsage();
const opened = await openTable(path, { fileName: path, limits: { ...defaultImportLimits, ...(JSON.parse(limits) as Partial<ImportLimits>) } });
const openMs = performance.now() - start;
let rows = 0;
let reason: string | null = opened.ok ? null : opened.reason;
if (opened.ok) {
  try {
    for await (const part of opened.value.rows()) rows += part.length;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    reason = error.reason;
  }
  await opened.value.close();
}
clearInterval(watch);
const { user, system } = process.cpuUsage(processor);
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
console.log(JSON.stringify({ reason, rows, openMs: Math.round(openMs), ms: Math.round(performance.now() - start), cpuMs: Math.round((user + system) / 1000), extraMb: megabytes(Math.max(peak, process.memoryUsage.rss()) - before), rssMb: megabytes(peak) }));
