import { execFile } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { ImportLimits } from '../words/read.schema.ts';
import { workbookFiles } from '../../../../test/intake/make-workbook.ts';

/** Everywhere a small size; the sizes of the issue with CLUSTERLOOM_LONG. */
const long = Boolean(process.env['CLUSTERLOOM_LONG']);
const folder = mkdtempSync(join(tmpdir(), 'read-memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = resolve(import.meta.dirname, '../../../..');

interface Measured {
  reason: string | null;
  rows: number;
  openMs: number;
  ms: number;
  cpuMs: number;
  extraMb: number;
  rssMb: number;
}

async function measure(name: string, write: (file: number) => unknown, limits: Partial<ImportLimits> = {}): Promise<Measured> {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  write(file);
  closeSync(file);
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'test/intake/measure-read.ts'), path, JSON.stringify(limits)], { cwd: root });
  rmSync(path);
  const measured = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
  console.log(`${name}: ${measured.reason ?? `${measured.rows} rows`}, ${measured.ms} ms (${measured.cpuMs} of the processor), RSS +${measured.extraMb} MB to ${measured.rssMb} MB`);
  return measured;
}
const repeat = (file: number, piece: string, times: number): void => {
  const bytes = Buffer.from(piece);
  for (let count = 0; count < times; count += 1) writeSync(file, bytes);
};
const row = '佛山样例机械制造有限公司,91440600MA4UQ1234X,佛山市,C34,"a note, quoted"\n';

/** The wall clock of a machine that does other work as well says little, so the processor's time is judged. */
const soon = 5000;

describe('beyond the limits: refused soon, in hardly any memory', () => {
  it.each<[string, string, (file: number) => unknown, Partial<ImportLimits>]>([
    ['too-many-rows.csv', 'tooManyRows', (file) => repeat(file, `a,b,c\n${'abc,defg,1234567890\n'.repeat(10_000)}`, long ? 1000 : 220), {}],
    ['one-line.csv', 'cellTooLong', (file) => [repeat(file, 'a,b\n1,', 1), repeat(file, 'x'.repeat(1_000_000), long ? 1000 : 150)], {}],
    ['one-line-of-cells.csv', 'tooManyColumns', (file) => repeat(file, 'x,'.repeat(500_000), long ? 1000 : 100), {}],
    ['quote-never-closed.csv', 'cellTooLong', (file) => [repeat(file, 'a,b\n1,"', 1), repeat(file, row.replaceAll('"', '').repeat(10_000), long ? 900 : 100)], {}],
    ['too-large.csv', 'fileTooLarge', (file) => repeat(file, 'a,b\n', 300_000), { bytes: 1_000_000 }],
    ['too-many-records.json', 'tooManyRows', (file) => [repeat(file, '[', 1), repeat(file, '{"a":1,"b":"佛山"},'.repeat(1000), 300), repeat(file, '{"a":1}]', 1)], { rows: 200_000 }],
    ['bomb.xlsx', 'workbookTooBig', (file) => writeFileSync(file, zipSync({ ...workbookFiles({ sheets: [{ name: 'x', rows: [] }] }), 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000).fill(32) })), {}],
    ['too-big-sheet.xlsx', 'sheetTooBig', (file) => writeFileSync(file, zipSync(workbookFiles({ sheets: [{ name: 'x', rows: [['a', 'b'], ['1', '2']] }] }), { level: 0 })), { sheetBytes: 100 }],
  ])('%s', async (name, reason, write, limits) => {
    const found = await measure(name, write, limits);
    expect(found.reason).toBe(reason);
    expect(found.cpuMs).toBeLessThan(soon);
    expect(found.extraMb).toBeLessThan(100);
  });
});

describe('inside of them: flat', () => {
  it('a long CSV', async () => {
    const times = long ? 200 : 20;
    const found = await measure('long.csv', (file) => [repeat(file, 'name,uscc,city,industry,note\n', 1), repeat(file, row.repeat(10_000), times)], { rows: null });
    expect([found.reason, found.rows]).toEqual([null, times * 10_000]);
    expect(found.rssMb).toBeLessThan(300);
  });
  it('a long workbook, read in a process of its own', async () => {
    const rows = long ? 400_000 : 20_000;
    const xml = Array.from({ length: rows }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" t="inlineStr"><is><t>佛山样例${index}</t></is></c><c r="B${index + 2}"><v>${index}</v></c></row>`).join('');
    const bytes = zipSync(workbookFiles({ sheets: [{ name: 'x', rows: [], data: `<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>人数</t></is></c></row>${xml}` }] }));
    const found = await measure('long.xlsx', (file) => writeFileSync(file, bytes));
    expect([found.reason, found.rows]).toEqual([null, rows]);
    expect(found.rssMb).toBeLessThan(300);
  });
});
