import { describe, expect, it } from 'vitest';
import { makeWorkbook, textCell } from '../../../../test/intake/make-workbook.ts';
import { readTableFile, readWorkbookHere } from '../../../../test/intake/read-table.ts';
import { testProduct } from '../../../../test/test-product.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'book-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'book-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
const operator = await house.signIn('book-operator');
const reader = await house.signIn('book-reader');
const get = (cookie: string | null, path: string, language = 'en') => house.request(cookie, { method: 'GET', url: `/api/v1${path}`, headers: { 'accept-language': language } });
const send = (method: 'POST' | 'PUT', path: string, version: number | null, payload?: object) => house.request(operator, { method, url: `/api/v1${path}`, headers: version === null ? {} : { 'if-match': `"v${version}"` }, ...(payload ? { payload } : {}) });

describe('workbooks', () => {
  it('to fill in come in either language, to those who may import', async () => {
    const chinese = await get(operator, '/import-targets/organisation/template?language=zh-CN');
    expect([chinese.statusCode, chinese.headers['content-type'], String(chinese.headers['content-disposition'])]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', expect.stringContaining('.xlsx')]);
    expect(await readWorkbookHere(new Uint8Array(chinese.rawPayload))).toMatchObject({ reason: 'noRows' });
    expect((await get(operator, '/import-targets/organisation/template?language=en')).statusCode).toBe(200);
    expect((await get(operator, '/import-targets/nothing/template')).json()).toMatchObject({ reason: 'targetUnknown' });
    expect((await get(reader, '/import-targets/organisation/template')).statusCode).toBe(403);
    expect((await get(null, '/import-targets/organisation/template')).statusCode).toBe(401);
  });

  it('of rows left out come with reasons, and back again as they were', async () => {
    const created = (await house.request(operator, { method: 'POST', url: '/api/v1/import-batches?fileName=firms.csv', headers: { 'content-type': 'text/csv' }, payload: 'name,uscc\nSample Works,\n=1+1,12\n,\n"",5\n' })).json<{ id: string; version: number; mapping: (string | null)[] }>();
    const path = `/import-batches/${created.id}`;
    await send('PUT', `${path}/mapping`, created.version, { mapping: created.mapping });
    await send('POST', `${path}/check`, null);
    const answer = await get(operator, `${path}/rejects-workbook`);
    expect(answer.statusCode).toBe(200);
    const raw = await readWorkbookHere(new Uint8Array(answer.rawPayload));
    expect(raw.columns).toEqual(['name', 'uscc', 'Row in file', 'Reason']);
    expect(raw.rows?.map(({ cells }) => cells.slice(0, 3))).toEqual([["'=1+1", '12', '3'], ['', '5', '5']]);
    expect(raw.rows?.[0]?.cells[3]).toContain('A unified social credit code has 18 characters; this one has 2.');
    expect(await readTableFile(new Uint8Array(answer.rawPayload))).toMatchObject({ columns: ['name', 'uscc'], rows: [{ cells: ['=1+1', '12'] }, { cells: ['', '5'] }] });
    expect((await get(reader, `${path}/rejects-workbook`)).statusCode).toBe(403);
  });
});

it('what reading a workbook decided is said on its batch, and cells at fault are named', async () => {
  const bytes = makeWorkbook({ sheets: [{ name: '企业', rows: [['name', 'city', 'city'], textCell('A2', 'Sample Works') + '<c r="B2" t="e"><v>#N/A</v></c>', ['Sample Mill', 'Foshan', 'x']] }, { name: 'other', rows: [['a', 'b'], ['1', '2']] }] });
  const created = await house.request(operator, { method: 'POST', url: '/api/v1/import-batches?fileName=firms.xlsx', headers: { 'content-type': 'application/octet-stream' }, payload: Buffer.from(bytes) });
  expect(created.statusCode).toBe(201);
  const batch = created.json<{ id: string; version: number; mapping: (string | null)[] }>();
  expect(batch).toMatchObject({ format: 'xlsx', sheet: '企业', columns: [{ name: 'name' }, { name: 'city' }, { name: 'city (2)' }] });
  expect(batch).toMatchObject({ fileRemarks: [{ remark: 'headersNumbered', text: { en: 'Columns with the same name were numbered to tell them apart: city.' } }, { remark: 'otherSheets', text: { zh: '读取的是工作表“企业”，工作簿中还有：other。' } }] });
  const path = `/import-batches/${batch.id}`;
  await send('PUT', `${path}/mapping`, batch.version, { mapping: batch.mapping });
  await send('POST', `${path}/check`, null);
  const rows = (await get(operator, `${path}/rows`)).json<{ items: { rowNumber: number; state: string; reasons: { text: { en: string } }[] }[] }>();
  expect(rows.items[0]).toMatchObject({ rowNumber: 2, state: 'rejected', reasons: [{ text: { en: '“city” holds the error #N/A. Put it right in the spreadsheet.' } }] });
  expect(rows.items[1]?.state).not.toBe('rejected');
});
