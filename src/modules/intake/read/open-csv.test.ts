import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultImportLimits, delimiters, type Encoding, type ImportLimits } from '../words/read.schema.ts';
import { encodeText } from '../../../../test/intake/encode-text.ts';
import { readTableFile } from '../../../../test/intake/read-table.ts';
import { openTable } from './open-table.ts';
import { cellsLineUp } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (content: string | Uint8Array, limits: Partial<ImportLimits> = {}) => readTableFile(content, { limits });

describe('text encodings', () => {
  const text = '名称,city,note\r\n"佛山样例一",Foshan,"a, ""b""\n二"\r\n顺德样例二,龘𠮷,x\r\n';
  it.each(['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'] as Encoding[])('%s gives the same cells with every delimiter', async (encoding) => {
    for (const delimiter of delimiters) {
      const found = await read(encodeText(text.replaceAll(/,(?! )/g, delimiter), encoding));
      expect(found.table).toMatchObject({ format: 'csv', encoding, delimiter });
      expect(found.columns).toEqual(['名称', 'city', 'note']);
      expect(found.rows).toEqual([{ rowNumber: 2, cells: ['佛山样例一', 'Foshan', 'a, "b"\n二'] }, { rowNumber: 3, cells: ['顺德样例二', '龘𠮷', 'x'] }]);
    }
  });
  it('finds GB18030 however late it begins', async () => {
    const found = await read(encodeText(`name,city\n${'Sample,Foshan\n'.repeat(200_000)}样例,佛山\n`, 'gb18030'));
    expect(found.table?.encoding).toBe('gb18030');
    expect(found.rows?.at(-1)?.cells).toEqual(['样例', '佛山']);
  });
  it('does not take the bar inside a character for a delimiter', async () => {
    const found = await read(encodeText('名称|市\n"鮸鱼|样例"|亅\n', 'gb18030'));
    expect(found.rows).toEqual([{ rowNumber: 2, cells: ['鮸鱼|样例', '亅'] }]);
  });
  it('refuses two encodings in one file, naming the line', async () => {
    const mixed = Buffer.concat([encodeText('名称,市\n佛山样例一,佛山市\n', 'utf-8'), encodeText('广州样例二,广州市\n', 'gb18030')]);
    expect(await read(mixed)).toMatchObject({ reason: 'encodingMixed', params: { line: 3 } });
    const other = Buffer.concat([encodeText('名称,市\n广州样例二,广州市\n', 'gb18030'), encodeText('佛山样例一,佛山市\n', 'utf-8')]);
    expect(await read(other)).toMatchObject({ reason: 'encodingMixed' });
  });
  it.each([
    ['cut in the middle of a character', Buffer.from('name\n佛山').subarray(0, -1), 'encodingUnreadable'],
    ['Western letters of one byte', Buffer.from('name,city\nCafé Zürich,Genève\n', 'latin1'), 'encodingUnreadable'],
    ['UTF-16 of an odd length', Buffer.concat([encodeText('a,b\n1,2\n', 'utf-16le'), Buffer.from([1])]), 'encodingUnreadable'],
    ['nothing', Buffer.alloc(0), 'emptyFile'],
    ['a mark alone', Buffer.from('\ufeff'), 'noHeader'],
  ])('refuses %s', async (_, bytes, reason) => expect(await read(bytes)).toMatchObject({ reason }));
  it('says on which line a NUL stands', async () => expect(await read('a,b\nc,\0\n')).toMatchObject({ reason: 'nulCharacter', params: { line: 2 } }));
});

describe('headers', () => {
  it('tells equal ones apart and numbers blank ones, with a remark', async () => {
    const found = await read('名称,名称,,名称 (2), 名称 ,#3\n1,2,3,4,5,6\n');
    expect(found.columns).toEqual(['名称', '名称 (3)', '#3 (2)', '名称 (2)', '名称 (4)', '#3']);
    expect(found.remarks).toEqual([{ remark: 'headersNumbered', params: { names: '名称', count: 1 } }]);
  });
  it('drops empty columns at the end and keeps those that hold something', async () => {
    expect((await read('a,,c,,\n1,2,3,,\n')).columns).toEqual(['a', '#2', 'c']);
    expect((await read('a,b\n1,2,3\n')).columns).toEqual(['a', 'b']);
  });
  it('begins at the first row with content', async () => expect(await read('\n , \na,b\n\n1,2\n')).toMatchObject({ columns: ['a', 'b'], rows: [{ rowNumber: 5, cells: ['1', '2'] }] }));
  it('follows the delimiter that a spreadsheet was told', async () => expect(await read('sep=;\r\na,b;c\r\n1,5;2\r\n')).toMatchObject({ columns: ['a,b', 'c'], rows: [{ rowNumber: 3, cells: ['1,5', '2'] }] }));
  it('reads rows that end in a carriage return alone', async () => expect(await read('a,b\r1,2\r3,4')).toMatchObject({ rows: [{ rowNumber: 2 }, { rowNumber: 3, cells: ['3', '4'] }] }));
});

describe('broken structure is named by its row', () => {
  it.each([
    ['a,b\n1,2\n"3,4\n5,6\n', 'quoteUnclosed', { row: 3 }],
    ['a,b\n1,"2" x\n', 'quoteMisplaced', { row: 2 }],
    ['a,b\n', 'noRows', undefined],
    ['\n \n', 'noHeader', undefined],
    [`a,b\n1,${'x'.repeat(1_048_577)}\n`, 'cellTooLong', { row: 2, column: 2, limit: 1_048_576 }],
    [`${Array.from({ length: 16_384 }, (_, index) => `c${index}`).join(',')}\n1\n`, 'tooManyColumns', { row: 1, columns: 1001, limit: 1000 }],
    [`a,b\n1,${','.repeat(20_000)}\n`, 'tooManyColumns', { row: 2, columns: 16_385, limit: 1000 }],
    [`a,b\n${`${'x'.repeat(900_000)},`.repeat(12)}`, 'rowTooLong', { row: 2, limit: 8_388_608 }],
  ])('%#', async (text, reason, params) => expect(await read(text)).toEqual({ reason, params }));
  it('counts rows with content against the limit, quoted line breaks aside', async () => {
    expect(await read('a\n1\n"2\n2"\n\n3\n', { rows: 2 })).toMatchObject({ reason: 'tooManyRows', params: { limit: 2 } });
    expect((await read('a\n1\n"2\n2"\n\n3\n', { rows: 3 })).rows).toHaveLength(3);
    expect((await read('a\n1\n2\n3\n', { rows: null })).rows).toHaveLength(3);
  });
  it('leaves a formula as the text it is, and a quote inside of a bare cell', async () => expect((await read('a,b\n"=cmd|\'/C calc\'!A0",5" pipe\n')).rows?.[0]?.cells).toEqual(["=cmd|'/C calc'!A0", '5" pipe']));
});

it('gives parts of at most 2,000 rows and counts them', async () => {
  const found = await read(`a,b\n${'1,2\n'.repeat(4100)}`);
  expect([found.parts, found.rows?.length, found.table?.rowCount(), found.table?.progress()]).toEqual([3, 4100, 4100, { done: 16_404, total: 16_404 }]);
});

it('stops when it is told to', async () => {
  const path = join(folder, 'long.csv');
  writeFileSync(path, `a,b\n${'1,2\n'.repeat(1_000_000)}`);
  const told = new AbortController();
  const opened = await openTable(path, { fileName: 'long.csv', limits: defaultImportLimits, signal: told.signal });
  if (!opened.ok) throw new Error(opened.reason);
  await expect((async () => {
    for await (const part of opened.value.rows()) if (part.length > 0) told.abort();
  })()).rejects.toThrow(/abort/i);
  await opened.value.close();
});

it('reads what an independent writer wrote, cell for cell', async () => {
  const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', ' ', '"', '""', 'a\nb', 'a\r\nb', '=1+1', '佛山', ',', ';', '\t', '|')).filter((text) => !text.includes('\0') && text.trim() === text && !text.includes('\ufeff'));
  await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }), fc.constantFrom(...delimiters), async (rows, delimiter) => {
    const full = rows.map((cells) => ['x', ...cells]);
    const found = await read(Papa.unparse([['k', 'l', 'm', 'n'], ...full], { delimiter, quotes: true }));
    expect(found.rows?.map(({ cells }) => cells)).toEqual(full);
  }), { numRuns: 200 });
});

it('trusts rows that line up, trailing blanks aside', () => {
  expect([cellsLineUp(['a', 'b'], 2), cellsLineUp(['a', 'b', ' '], 2), cellsLineUp(['a'], 2), cellsLineUp(['a', 'b', 'c'], 2)]).toEqual([true, true, false, false]);
});
