import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../../../test/intake/encode-text.ts';
import { readTableFile } from '../../../../../test/intake/read-table.ts';

const read = (content: unknown, options: Parameters<typeof readTableFile>[1] = {}) => readTableFile(typeof content === 'string' ? content : JSON.stringify(content), { name: 'file.json', ...options });
const records = [{ name: '样例一', city: '佛山' }, { name: '样例二', staff: 30 }];
const table = { columns: ['name', 'city', 'staff'], rows: [{ rowNumber: 2, cells: ['样例一', '佛山', ''] }, { rowNumber: 3, cells: ['样例二', '', '30'] }] };

describe('the shapes of a list', () => {
  it.each([
    ['a list', JSON.stringify(records)],
    ['a list over lines', JSON.stringify(records, null, 2)],
    ['items', JSON.stringify({ total: 2, items: records })],
    ['data within data', JSON.stringify({ code: 0, data: { rows: records } })],
    ['one a line', records.map((record) => JSON.stringify(record)).join('\n')],
    ['one after another', `${records.map((record) => JSON.stringify(record, null, 1)).join('\n')}\n`],
    ['with a mark', `\ufeff${JSON.stringify(records)}`],
  ])('%s', async (_, text) => expect(await read(text)).toMatchObject(table));
  it('one record alone is a row', async () => expect(await read({ name: '样例一' })).toMatchObject({ columns: ['name'], rows: [{ cells: ['样例一'] }] }));
  it('in UTF-16', async () => expect(await readTableFile(encodeText(JSON.stringify(records), 'utf-16le'))).toMatchObject(table));
});

it('what is nested becomes columns with dots, and a list of records in a cell is named', async () => {
  const found = await read([{ name: '样例', address: { city: '佛山', pin: { lat: 23.02 } }, tags: ['a', 'b'], sites: [{ id: 1 }], code: Number('914401010190385123'), rate: 1e-7, none: null, yes: true }]);
  expect(found.columns).toEqual(['name', 'address.city', 'address.pin.lat', 'tags', 'sites', 'code', 'rate', 'none', 'yes']);
  expect(found.rows?.[0]?.cells.filter((_, index) => index !== 5)).toEqual(['样例', '佛山', '23.02', 'a; b', '[{"id":1}]', '0.0000001', '', 'true']);
  expect(found.rows?.[0]?.faults).toMatchObject([{ column: 4, fault: 'nestedValue', params: { path: 'sites' } }, { column: 5, fault: 'codeRounded' }]);
  expect(found.remarks).toEqual([{ remark: 'nestedFlattened', params: { names: 'address.city, address.pin, address.pin.lat', count: 3 } }]);
});

describe('what cannot be read', () => {
  it.each([
    ['[{"a":1},{"a":}]', 'jsonBroken', { line: 1 }],
    ['[{"a":1},\n{"a":2}', 'jsonBroken', { line: 2 }],
    ['{"a":1}\n{"a":2}\n{"a":"x', 'jsonBroken', { line: 3 }],
    ['[{"a":1}, 5]', 'jsonNotRows', {}],
    ['[]', 'noRows', {}],
    ['[{}]', 'noHeader', {}],
    ['[{"a":"\\u0000"}]', 'nulCharacter', {}],
  ])('%s', async (text, reason, params) => {
    const found = await read(text);
    expect(found.reason).toBe(reason);
    if (Object.keys(params).length > 0) expect(found.params).toMatchObject(params);
  });
  it('beyond the limits', async () => {
    expect(await read(records, { limits: { rows: 1 } })).toMatchObject({ reason: 'tooManyRows' });
    expect(await read(records, { limits: { columns: 2 } })).toMatchObject({ reason: 'tooManyColumns' });
    expect(await read([{ a: 'x'.repeat(2000) }], { limits: { cellBytes: 1000 } })).toMatchObject({ reason: 'cellTooLong' });
    expect(await read({ items: records }, { limits: { documentBytes: 10 } })).toMatchObject({ reason: 'fileTooLarge' });
    expect(await read(`[${'{"a":'.repeat(2_000_000)}`, { limits: { cellBytes: 100_000 } })).toMatchObject({ reason: 'rowTooLong' });
  });
});

it('gives back what was written, however it was laid out', async () => {
  const value = fc.string({ maxLength: 10 }).filter((text) => !text.includes('\0') && text.trim() !== '');
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ k: value, l: value }), { minLength: 1, maxLength: 6 }), fc.boolean(), async (list, asLines) => {
    const found = await read(asLines ? list.map((item) => JSON.stringify(item)).join('\n') : JSON.stringify(list, null, 1));
    expect(found.rows?.map(({ cells }) => cells)).toEqual(list.map(({ k, l }) => [k, l]));
  }), { numRuns: 50 });
});
