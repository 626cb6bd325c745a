import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Excel from 'exceljs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { modules } from '#modules/index.ts';
import { languages } from '#platform/i18n/name.schema.ts';
import { defaultImportLimits } from '../words/read.schema.ts';
import { suggestMapping } from '../words/import.rules.ts';
import { readTableFile, readWorkbookHere } from '../../../../test/intake/read-table.ts';
import { writeRejects } from './write-rejects.ts';
import { writeTemplate } from './write-template.ts';

const folder = mkdtempSync(join(tmpdir(), 'write-workbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const targets = modules.flatMap(({ contributions }) => contributions?.importTargets ?? []);

describe.each(targets.map((target) => [target.id, target] as const))('the template of %s', (_, target) => {
  it.each(languages)('in %s is recognised when it comes back filled in', async (language) => {
    const side = language === 'en' ? 'en' : 'zh';
    const book = new Excel.Workbook();
    await book.xlsx.load((await writeTemplate(target, language, defaultImportLimits)).buffer as ArrayBuffer);
    const [fill, guide] = book.worksheets;
    expect(book.worksheets.length).toBeGreaterThanOrEqual(2);
    const fields = target.fields.filter(({ repeats }) => !repeats);
    const filled = fields.map(({ example, choices, label }) => example ?? choices?.[0]?.label[side] ?? label[side]);
    fill?.addRow(filled);
    const found = await readWorkbookHere(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(found.rows).toEqual([{ rowNumber: 2, cells: filled }]);
    const headers = found.columns ?? [];
    const mapped = suggestMapping(headers, target.fields);
    const wrong = fields.flatMap(({ key }, index) => (mapped[index] === key ? [] : [`${headers[index]} → ${mapped[index]} instead of ${key}`]));
    expect(wrong).toEqual([]);
    expect(guide?.getColumn(1).values.slice(4)).toEqual(fields.map(({ label }) => label[side]));
  });
  it('left empty is refused, whatever its instructions say', async () => {
    expect(await readWorkbookHere(await writeTemplate(target, 'zh-CN', defaultImportLimits))).toMatchObject({ reason: 'noRows' });
  });
});

it('a template offers choices as a list, also when they are many', async () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ value: `v${index}`, label: { zh: `选项，${index}`, en: `Choice, ${index}` } }));
  const book = new Excel.Workbook();
  const fields = [{ key: 'a', label: { zh: '甲', en: 'A' }, required: true, hints: [], kind: 'choice' as const, choices: many.slice(0, 2).map((choice) => ({ ...choice, label: { zh: choice.value, en: choice.value } })) }, { key: 'b', label: { zh: '乙', en: 'B' }, required: false, hints: [], choices: many }];
  await book.xlsx.load((await writeTemplate({ label: { zh: '企业/机构', en: 'Firms' }, fields }, 'zh-CN', defaultImportLimits)).buffer as ArrayBuffer);
  const fill = book.worksheets[0];
  expect([fill?.name, fill?.getCell('A1').value, fill?.getCell('A2').dataValidation?.formulae, fill?.getCell('B2').dataValidation?.formulae]).toEqual(['企业 机构', '甲 *', ['"v0,v1"'], ["'选项'!$B$1:$B$60"]]);
  expect(book.worksheets.at(-1)?.state).toBe('veryHidden');
});

describe('rejects', () => {
  const write = async (columns: string[], rows: Parameters<typeof writeRejects>[2], language: 'zh-CN' | 'en' = 'zh-CN') => {
    const path = join(folder, 'rejects.xlsx');
    const count = await writeRejects(path, columns, rows, language);
    return { count, bytes: new Uint8Array(readFileSync(path)) };
  };
  it('carry the reason and the row number, and mark the cells at fault', async () => {
    const { bytes } = await write(['名称', '电话'], [[{ rowNumber: 7, cells: ['=1+1', '12'], reasons: [{ text: '电话位数不足。', column: 1 }, { text: '没有城市。', column: null }] }]]);
    const book = new Excel.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const line = book.worksheets[0]?.getRow(2);
    expect(line?.values).toEqual([undefined, "'=1+1", '12', 7, '电话位数不足。没有城市。']);
    expect([line?.getCell(2).fill, JSON.stringify(line?.getCell(2).note)]).toEqual([expect.objectContaining({ pattern: 'solid' }), expect.stringContaining('电话位数不足')]);
    expect(line?.getCell(1).note).toBeUndefined();
  });
  it('come back without their own columns, word for word, as a workbook', async () => {
    const { bytes } = await write(['=名称', 'b'], [[{ rowNumber: 7, cells: ["=cmd|'/C calc'!A0", "'=x"], reasons: [{ text: 'why', column: 0 }] }]], 'en');
    expect(await readTableFile(bytes, { name: 'x.xlsx' })).toMatchObject({ columns: ['=名称', 'b'], rows: [{ rowNumber: 2, cells: ["=cmd|'/C calc'!A0", "'=x"] }] });
  });
  it('come back from CSV too, and a file that only resembles them is left alone', async () => {
    expect(await readTableFile("名称,市,原文件行号,原因\n'=a,b,9,why\n")).toMatchObject({ columns: ['名称', '市'], rows: [{ cells: ['=a', 'b'] }] });
    expect(await readTableFile("名称,原因\n'=a,b\n")).toMatchObject({ columns: ['名称', '原因'], rows: [{ cells: ["'=a", 'b'] }] });
  });
  it('hold any text that a file can hold', async () => {
    const text = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('=1', '@x', '佛山', ' a ', '_x0041_', 'a\nb', '<&">')).map((value) => value.replace(/[^\P{Cc}\n]|[\ufffe\uffff\ud800-\udfff]/gu, ''));
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(text, text).map(([one, other]) => ['x', one, other]), { minLength: 1, maxLength: 5 }), async (rows) => {
      const { bytes } = await write(['a', 'b', 'c'], [rows.map((cells, index) => ({ rowNumber: index + 2, cells, reasons: [] }))]);
      const { restoredCell } = await import('#platform/http/safe-cell.rules.ts');
      const found = await readWorkbookHere(bytes);
      expect(found.rows?.map(({ cells }) => cells.slice(0, 3).map(restoredCell))).toEqual(rows);
    }), { numRuns: 40 });
  });
});
