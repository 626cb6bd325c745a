import Excel from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../../../test/intake/make-workbook.ts';
import { readTableFile, readWorkbookHere } from '../../../../test/intake/read-table.ts';
import { fileReasons } from '../words/read.schema.ts';

const known: readonly string[] = fileReasons;
/** Anything but rows or a named reason would be an exception, and fails by itself. */
const isAnswered = ({ reason, rows }: { reason?: string | undefined; rows?: unknown[] | undefined }): boolean => (reason === undefined ? Array.isArray(rows) : known.includes(reason));

describe('whatever the bytes are, there are rows or a named reason', () => {
  it('random bytes and texts', async () => {
    const piece = fc.constantFrom('名称', ',', '"', '\n', '\r\n', '\t', '|', '{', '}', '[', ']', '"a":', '=1+1', '\ufeff', '\ud83d\ude00', 'PK\u0003\u0004', '<html>', '\0');
    const content = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.array(piece, { maxLength: 20 }).map((list) => new TextEncoder().encode(list.join(''))));
    await fc.assert(fc.asyncProperty(content, async (bytes) => {
      expect(isAnswered(await readTableFile(bytes, { limits: { cellBytes: 1000 } }))).toBe(true);
    }), { numRuns: 300 });
  });
  it('a sound workbook with bytes exchanged or cut off', async () => {
    const sound = makeWorkbook({ strings: ['<t>佛山</t>'], formats: ['yyyy-mm-dd'], sheets: [{ name: 'x', merges: ['A1:B1'], rows: [['a', 'b', 'c'], '<c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>45292</v></c><c r="C2" t="e"><v>#N/A</v></c>'] }] });
    const flips = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 });
    await fc.assert(fc.asyncProperty(flips, fc.option(fc.nat(sound.length)), async (changes, cut) => {
      const bytes = Uint8Array.from(sound);
      for (const [at, value] of changes) bytes[at] = value;
      expect(isAnswered(await readWorkbookHere(cut === null ? bytes : bytes.slice(0, cut)))).toBe(true);
    }), { numRuns: 300 });
  });
  it('a sheet whose XML is anything', async () => {
    const piece = fc.constantFrom('<row>', '</row>', '<row r="2">', '<row r="x">', '<c r="A1">', '<c>', '</c>', '<c r="ZZZZ9"/>', '<v>', '1', '</v>', '<v/>', '<f>', '</f>', '<is>', '</is>', '<t>', 'x', '</t>', '<!--', '-->', '<![CDATA[', ']]>', '&amp;', '&#0;', '&bad;', '<x a=">">', '"', '<');
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (list) => {
      expect(isAnswered(await readWorkbookHere(makeWorkbook({ sheets: [{ name: 'x', rows: [], data: list.join('') }] })))).toBe(true);
    }), { numRuns: 300 });
  });
});

it('reads what an independent writer of workbooks wrote', async () => {
  const day = fc.date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const number = fc.oneof(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100));
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(day, number, fc.boolean()), { minLength: 1, maxLength: 8 }), fc.boolean(), async (rows, date1904) => {
    const book = new Excel.Workbook();
    book.properties.date1904 = date1904;
    const sheet = book.addWorksheet('表');
    sheet.addRow(['日期', '数', '是否', '文字']);
    for (const [date, value, yes] of rows) sheet.addRow([new Date(`${date < '1904-01-02' ? '1950-01-01' : date}T00:00:00Z`), value, yes, { richText: [{ text: '佛' }, { font: { bold: true }, text: '山' }] }]).getCell(1).numFmt = 'yyyy"年"m"月"d"日"';
    const found = await readWorkbookHere(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(found.rows?.map(({ cells }) => cells)).toEqual(rows.map(([date, value, yes]) => [date < '1904-01-02' ? '1950-01-01' : date, Object.is(value, -0) ? '0' : String(value), yes ? 'TRUE' : 'FALSE', '佛山']));
  }), { numRuns: 40 });
});
