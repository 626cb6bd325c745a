import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addPerson } from '#modules/identity/store/person-store.ts';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';
import { csvLine } from './export-list.ts';
import { safeCell } from './safe-cell.rules.ts';

let house: TestProduct;
let operator: string;
const names = ['=HYPERLINK("http://example.org")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '＝1＋1', 'Comma, "quoted"', 'Line\nbreak', '样例精密仪器'];
const bulk = 430;

beforeAll(async () => {
  house = await testProduct();
  const spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', { role: 'operator', scopeKind: 'space', scopeId: null });
  operator = await house.signIn('op');
  // Lists of people are sensitive; here it is their form that is looked at.
  await house.request(operator, { method: 'PUT', url: '/api/v1/level-policy', headers: { 'if-match': '"v0"' }, payload: { ceiling: 'sensitive', exportFreeUpTo: 'sensitive', exportDays: 7 } });
  for (const name of names) await house.request(operator, { method: 'POST', url: '/api/v1/people', payload: { name: { zh: name } } });
  await house.product.asSystem(spaceId, async (context) => {
    for (let at = 0; at < bulk; at += 1) await addPerson(context.db, spaceId, { id: context.newId(), name: { zh: '同名' }, email: null, language: null, accountId: null, now: context.now });
  });
}, 60_000);

const get = (path: string, headers: Record<string, string> = {}) => house.request(operator, { method: 'GET', url: `/api/v1${path}`, headers });

describe('pages of a list', () => {
  it('show every row once, also where many have the same name', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null; total: number } = (await get(`/people?limit=97${cursor ? `&cursor=${cursor}` : ''}`)).json();
      seen.push(...page.items.map((item) => item.id));
      expect(page.total).toBe(names.length + bulk + 1);
      cursor = page.nextCursor;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([names.length + bulk + 1, names.length + bulk + 1]);
  });

  it.each([['0'], ['-1'], ['201'], ['1e9'], ['1.5'], ['abc'], ['NaN']])('limit=%s is refused', async (limit) => {
    expect((await get(`/people?limit=${limit}`)).json()).toMatchObject({ status: 400, problems: [{ path: 'query.limit' }] });
  });

  it('refuse a cursor that this list did not make', async () => {
    const forge = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const made = (await get('/people?limit=1')).json().nextCursor as string;
    const foreign = [
      'x', '!!!', made.slice(0, -3), forge([]), forge({}), forge(['name', 1, 'x']), forge(['name', 'a', 'b', 'c']), forge(['-name', 'a', 'b']), forge(['name', 'a\u0000', 'b']), forge(['name', 'a', 'b'.repeat(100)]), forge(['name', 'a', '\u0000']), forge(['name', '\ud800', 'b']),
    ];
    for (const cursor of foreign) expect([cursor, (await get(`/people?cursor=${encodeURIComponent(cursor)}`)).statusCode]).toEqual([cursor, 400]);
    expect((await get(`/people?sort=updatedAt&cursor=${made}`)).json().reason).toBe('invalidCursor');
    expect((await get(`/people?sort=updatedAt&cursor=${forge(['updatedAt', '9999-99-99 99:99:99+00', 'x'])}`)).json().reason).toBe('invalidCursor');
    expect((await get(`/people?sort=updatedAt&cursor=${forge(['updatedAt', '2026-02-30 08:00:00+00', 'x'])}`)).json().reason).toBe('invalidCursor');
    expect((await get(`/audit?cursor=${forge(['-seq', '1; drop table person', 'x'])}`)).json().reason).toBe('invalidCursor');
    expect((await get(`/people?cursor=${'a'.repeat(401)}`)).json().reason).toBe('invalidInput');
  });

  it('hold only the fields that were asked for, and refuse unknown ones', async () => {
    const page = (await get('/people?fields=id,name&limit=2')).json();
    expect(page.items.map((item: object) => Object.keys(item).sort())).toEqual([['id', 'name'], ['id', 'name']]);
    expect(page.total).toBeGreaterThan(2);
    for (const fields of ['password', 'id,', '', '__proto__', 'id&fields=name']) expect((await get(`/people?fields=${fields}`)).statusCode).toBe(400);
  });
});

describe('the export of a list', () => {
  it('holds all pages, with a byte-order mark and heads in the reader’s language', async () => {
    const [zh, en] = [await get('/people?format=csv', { 'accept-language': 'zh-CN' }), await get('/people', { accept: 'text/csv' })];
    expect(en.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store', 'x-clusterloom-complete': 'true', 'content-disposition': 'attachment; filename="person-list.csv"' });
    expect(zh.body.startsWith('\uFEFF')).toBe(true);
    expect([zh.body.slice(1).split('\r\n')[0], en.body.slice(1).split('\r\n')[0]]).toMatchObject([expect.stringMatching(/\p{Script=Han}/u), 'Name (Chinese),Name (English),Login name,E-mail,State,Exported by,Exported at']);
    expect(en.body.match(/同名/g)).toHaveLength(bulk);
    expect(en.body.split('\r\n')).toHaveLength(names.length + bulk + 1 + 2);
  });

  it('runs no formula in a spreadsheet, in full width neither', async () => {
    const lines = (await get('/people?format=csv')).body.split('\r\n').map((line) => line.replace(/^"/, ''));
    expect(lines.filter((line) => /^['=+\-@\t＝]/.test(line)).sort()).toEqual(expect.arrayContaining([expect.stringMatching(/^'=HYPERLINK/), expect.stringMatching(/^'\+1/), expect.stringMatching(/^'-2/), expect.stringMatching(/^'@SUM/), expect.stringMatching(/^'＝1/)]));
    expect(lines.filter((line) => /^[=+\-@\t＝]/.test(line))).toEqual([]);
    expect(['-12.5', '-12.5e', '3', 'a=b', '\r=1'].map(safeCell)).toEqual(['-12.5', "'-12.5e", '3', 'a=b', "'\r=1"]);
    expect(csvLine(['a,b', 'c"d', 'e\nf', 'g'])).toBe('"a,b","c""d","e\nf",g\r\n');
  });

  it('as JSON holds the rows as the list shows them, texts unchanged', async () => {
    const response = await get('/people?format=json');
    expect(response.json().items).toHaveLength(names.length + bulk + 1);
    expect(response.json().items.map((item: { name: { zh: string } }) => item.name.zh)).toContain(names[0]);
  });

  it('knows two forms, for lists only', async () => {
    expect((await get('/people?format=xlsx')).json().problems).toMatchObject([{ path: 'query.format', reason: 'notAmong' }]);
    expect((await get('/session?format=csv')).json().problems).toMatchObject([{ path: 'query.format', reason: 'unknownField' }]);
  });

  it('is offered by every list with pages, each column with words in both languages', () => {
    const { routes } = house.product.house;
    const paged = routes.filter(({ route }) => route.out instanceof z.ZodObject && 'items' in route.out.shape && 'nextCursor' in route.out.shape);
    expect(paged.filter(({ route }) => !route.csv).map(({ route }) => route.id)).toEqual([]);
    const wordless = routes.flatMap(({ room, route }) =>
      (route.csv ?? []).map((column) => `${room}.column.${column}`).filter((key) => house.product.texts('en')(key) === key || house.product.texts('zh-CN')(key) === key),
    );
    expect(wordless).toEqual([]);
  });
});
