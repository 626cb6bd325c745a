import { describe, expect, it } from 'vitest';
import { cellsLineUp, readTable } from './read-table.ts';
import { decodeText } from './decode-text.ts';

const gbk = new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb3, 0xc7, 0xca, 0xd0, 0x0a, 0xb7, 0xf0, 0xc9, 0xbd, 0x2c, 0xb7, 0xf0, 0xc9, 0xbd]);
const utf16 = (text: string, mark: boolean): Uint8Array => new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le'));
const swapped = (bytes: Uint8Array): Uint8Array => new Uint8Array(Buffer.from(bytes).swap16());

describe('decodeText', () => {
  it.each([
    ['utf-8', new Uint8Array(Buffer.from('名称,city\n佛山,x')), '名称'],
    ['utf-8-bom', new Uint8Array(Buffer.from('\ufeff名称,city\n佛山,x')), '名称'],
    ['gb18030', gbk, '名称'],
    ['utf-16le', utf16('名称,city\n1,2\n', true), '名称'],
    ['utf-16le', utf16('name,city\nSample One,Foshan\n', false), 'name'],
    ['utf-16be', swapped(utf16('名称,city\n1,2\n', true)), '名称'],
  ] as const)('reads %s', (encoding, bytes, start) => {
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ ok: true, value: { encoding } });
    expect(decoded.ok && decoded.value.text.startsWith(start)).toBe(true);
  });

  it('refuses text cut in the middle of a character', () => {
    expect(decodeText(new Uint8Array(Buffer.from('name\n佛山').subarray(0, -1)))).toMatchObject({ ok: false });
  });
  it('says on which line the NUL stands', () => {
    expect(decodeText(new Uint8Array(Buffer.from('a,b\nc,\u0000\n')))).toMatchObject({ reason: 'nulCharacter', params: { line: 2 } });
  });
});

describe('readTable', () => {
  it.each([',', ';', '\t', '|'])('finds the delimiter %j, quoted line breaks and blank rows', (mark) => {
    const table = readTable(`name${mark}note\r\nA${mark}"one\r\ntwo ${mark}"\r\n\r\nB${mark}x\r\n`);
    expect(table).toMatchObject({ ok: true, value: { delimiter: mark, rows: [{ rowNumber: 2, cells: ['A', `one\r\ntwo ${mark}`] }, { rowNumber: 4 }] } });
  });
  it('names the row of a quote that never closes', () => {
    expect(readTable('a,b\n1,2\n"3,4\n5,6\n')).toMatchObject({ reason: 'quoteUnclosed', params: { row: 3 } });
  });
  it('names blank headers by their number and drops empty columns at the end', () => {
    const table = readTable('a,,c,\n1,2,3,\n');
    expect(table.ok && table.value.columns.map(({ name }) => name)).toEqual(['a', '#2', 'c']);
  });
  it('refuses too many columns', () => {
    expect(readTable(`${Array.from({ length: 201 }, (_, index) => `c${index}`).join(',')}\n1\n`)).toMatchObject({ reason: 'tooManyColumns' });
  });
  it('refuses a cell beyond the limit', () => {
    expect(readTable(`a,b\n1,${'x'.repeat(100_001)}\n`)).toMatchObject({ reason: 'cellTooLong', params: { row: 2 } });
  });
});

it('trusts rows that line up, trailing blanks aside', () => {
  expect([cellsLineUp(['a', 'b'], 2), cellsLineUp(['a', 'b', ' '], 2), cellsLineUp(['a'], 2), cellsLineUp(['a', 'b', 'c'], 2)]).toEqual([true, true, false, false]);
});
