import { describe, expect, it } from 'vitest';
import { attack, type PublishedTable } from '#kernel/sdc/attack.ts';
import { rngFrom } from '#kernel/stats/rng.ts';
import type { CrossTable, CrossTableRow, CrossTableSummary } from '#modules/indicator/words/cross-table.schema.ts';
import type { Batch } from '#modules/intake/words/import.schema.ts';
import { testProduct } from '../../../test/test-product.ts';
import type { HiddenCell, TableEdition } from './words/disclosure.schema.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
const whole = { scopeKind: 'space' as const, scopeId: null };
await house.addUser(spaceId, 'disclosure-office', { role: 'nationalOfficer', ...whole });
await house.addUser(spaceId, 'disclosure-reader', { role: 'reader', ...whole });
const [office, reader] = [await house.signIn('disclosure-office'), await house.signIn('disclosure-reader')];

async function call<Value>(cookie: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: string | object, headers: Record<string, string> = {}): Promise<{ status: number; body: Value & { reason?: string } }> {
  const answer = await house.request(cookie, { method, url: `/api/v1${url}`, headers, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.json() };
}
async function done<Value>(...args: Parameters<typeof call>): Promise<Value> {
  const { status, body } = await call<Value>(...args);
  if (status >= 300) throw new Error(`${args[2]}: ${status} ${JSON.stringify(body)}`);
  return body;
}

const regions = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => `样例${name}区`);
const industries = ['C13', 'C26', 'C34', 'C35', 'C38', 'C39', 'C40'];

/** Sample establishments of each cell: who contributes how much. A table is what they add up to. */
function establishments(): number[][] {
  const rng = rngFrom(11);
  return Array.from({ length: regions.length * industries.length }, () => Array.from({ length: rng.chance(0.2) ? rng.whole(1, 2) : rng.whole(5, 14) }, () => Math.ceil(60 * Math.exp(0.6 * rng.normal()))));
}
const csvOf = (cells: readonly number[][], of: (cell: readonly number[]) => number): string =>
  [['region', ...industries].join(), ...regions.map((region, row) => [region, ...industries.map((_, column) => of(cells[row * industries.length + column] ?? []))].join())].join('\n');
const sumOf = (cell: readonly number[]): number => cell.reduce((sum, one) => sum + one, 0);
const ranked = (cell: readonly number[], at: number): number => [...cell].sort((a, b) => b - a)[at] ?? 0;

/** Brought in as by anybody, under a name of its own. */
async function bringIn(measure: string, table: string, csv: string, unit: string, vintage: string): Promise<string> {
  const sent = await done<Batch>(office, 'POST', '/import-batches?fileName=table.csv&target=regionIndustry', csv, { 'content-type': 'text/csv' });
  const settled = async () => {
    await house.product.runDueJobs();
    return done<Batch>(office, 'GET', `/import-batches/${sent.id}`);
  };
  const read = await settled();
  const mapped = await done<Batch>(office, 'PUT', `/import-batches/${sent.id}/mapping`, { mapping: read.mapping, constants: { table, measure, unit, vintage, period: '2025', areaSystem: '样例区划', industrySystem: '样例行业', basis: 'statisticalSurvey' } }, { 'if-match': `"v${read.version}"` });
  await done(office, 'POST', `/import-batches/${mapped.id}/check`);
  const checked = await settled();
  await done(office, 'POST', `/import-batches/${sent.id}/apply`, undefined, { 'if-match': `"v${checked.version}"` });
  expect(await settled()).toMatchObject({ state: 'applied' });
  const { items } = await done<{ items: CrossTableSummary[] }>(office, 'GET', '/cross-tables?limit=100');
  return items.find(({ measure: own, edition, vintage: of }) => own === measure && edition === null && of?.title === vintage)?.id ?? '';
}

async function bringAll(cells: readonly number[][], vintage: string) {
  const of = [['样例营业收入', '样例收入表', sumOf, 'CNY'], ['样例单位数', '样例单位表', (cell: readonly number[]) => cell.length, 'one'], ['样例最大', '样例最大表', (cell: readonly number[]) => ranked(cell, 0), 'CNY'], ['样例次大', '样例次大表', (cell: readonly number[]) => ranked(cell, 1), 'CNY']] as const;
  const ids: string[] = [];
  for (const [measure, table, figure, unit] of of) ids.push(await bringIn(measure, table, csvOf(cells, figure), unit, vintage));
  const [crossTableId = '', countsId = '', largestId = '', secondId = ''] = ids;
  return { crossTableId, countsId, largestId, secondId };
}

/** What a reader holds of an edition, with the totals as published. */
async function asReader(tableId: string): Promise<PublishedTable> {
  const head = await done<CrossTable>(reader, 'GET', `/cross-tables/${tableId}`);
  const { items } = await done<{ items: CrossTableRow[] }>(reader, 'GET', `/cross-tables/${tableId}/rows?limit=100`);
  const number = (text: string | null | undefined): number => (text === null || text === undefined ? NaN : Number(text));
  const rows = items.toSorted((a, b) => regions.indexOf(a.code) - regions.indexOf(b.code));
  const columns = head.columns.map(({ position }) => position - 1);
  const values = [...rows.flatMap((row) => [...columns.map((at) => number(row.cells[at])), number(row.statedTotal)]), ...head.columns.map(({ statedTotal }) => number(statedTotal)), NaN];
  return { rows: rows.length, columns: columns.length, values: Float64Array.from(values) };
}

const cells = establishments();
const input = await bringAll(cells, '第 1 次');
const [first, second, third] = [cells, cells.map((cell, at) => (at === 3 || at === 17 ? [...cell, 40, 55] : cell)), cells.map((cell, at) => (at === 8 ? [900] : at === 3 ? cell.slice(1) : cell))] as const;
const lists = [first, second, third];
const editions: TableEdition[] = [];

describe('a table of a statistical survey', () => {
  it('is whole for its office only, and an edition of it is for the office to publish', async () => {
    expect((await call(reader, 'GET', `/cross-tables/${input.crossTableId}`)).status).toBe(404);
    expect(await done(reader, 'GET', '/cross-tables')).toMatchObject({ total: 0 });
    expect((await call(reader, 'GET', `/cross-tables/${input.crossTableId}/rows`)).status).toBe(404);
    expect((await call(reader, 'GET', `/specialisations/${input.crossTableId}`)).status).toBe(404);
    for (const url of ['/table-editions', '/disclosure-rules']) expect((await call(reader, 'GET', url)).status).toBe(403);
    expect((await call(reader, 'POST', '/table-editions', input)).status).toBe(403);
    const preview = await done<TableEdition>(office, 'POST', '/table-editions/preview', input);
    expect(preview).toMatchObject({ number: 1, rule: { productDefault: true, minimumFrequency: 3, dominanceShare: 85, p: 10 }, judgedBy: ['frequency', 'dominance', 'p'] });
    expect(await done(office, 'POST', '/table-editions/preview', input)).toEqual(preview);
    expect(await done(office, 'GET', '/table-editions')).toMatchObject({ total: 0 });
  });

  it('is published edition by edition, and no reader who solves all of them together comes near a hidden figure', async () => {
    for (const [at, list] of lists.entries()) {
      const ids = at === 0 ? input : await bringAll(list, `第 ${at + 1} 次`);
      editions.push(await done<TableEdition>(office, 'POST', '/table-editions', ids));
      expect(editions[at]?.number).toBe(at + 1);
      expect((await call(office, 'POST', '/table-editions', ids)).body.reason).toBe('nothingChanged');
    }
    expect(editions.filter(({ publishedTableId }) => publishedTableId !== null).length).toBeGreaterThan(1);
    const shown = editions.filter(({ publishedTableId }) => publishedTableId !== null);
    const published: PublishedTable[] = [];
    for (const { publishedTableId } of shown) published.push(await asReader(publishedTableId ?? ''));
    const causes = await Promise.all(shown.map(async ({ id }) => (await done<{ items: HiddenCell[] }>(office, 'GET', `/table-editions/${id}/hidden-cells?limit=100`)).items));
    const truth = shown.map(({ number }) => lists[number - 1] as readonly number[][]);
    const width = industries.length;
    const sum = (edition: number, cell: number): number => {
      const [row, column] = [Math.floor(cell / (width + 1)), cell % (width + 1)];
      return sumOf((truth[edition] ?? []).flatMap((one, at) => ((row === regions.length || Math.floor(at / width) === row) && (column === width || at % width === column) ? one : [])));
    };
    // The attacker even knows which figures have not changed.
    const found = attack(published, { same: (cell, one, other) => sum(one, cell) === sum(other, cell) });
    expect(found).not.toBeNull();
    let held = 0;
    for (const { edition, cell, lower, upper } of found ?? []) {
      const own = causes[edition]?.find(({ id }) => id === String(cell));
      if (!own || !['frequency', 'dominance', 'p'].includes(own.cause)) continue;
      held += 1;
      expect(own.value).toBe(sum(edition, cell));
      expect(upper - own.value).toBeGreaterThanOrEqual(own.value * 0.1 - 1e-6);
      expect(own.value - lower).toBeGreaterThanOrEqual(own.value * 0.1 - 1e-6);
    }
    expect(held).toBeGreaterThan(5);
    for (const [at, one] of published.entries()) for (const [cell, value] of one.values.entries()) if (!Number.isNaN(value)) expect(value).toBe(sum(at, cell));
  });

  it('says one word to readers for every cause, and nothing of rule or cause', async () => {
    const id = editions[0]?.publishedTableId;
    const { items } = await done<{ items: CrossTableRow[] }>(reader, 'GET', `/cross-tables/${id}/rows?limit=100`);
    const marks = items.flatMap((row) => [...row.marks].map((mark, at) => [mark, row.cells[at] === null]));
    expect(new Set(marks.map(String))).toEqual(new Set(['v,false', 's,true']));
    const seen = JSON.stringify([await done(reader, 'GET', `/cross-tables/${id}`), items]);
    for (const word of ['frequency', 'dominance', 'required', 'minimumFrequency', '"p"']) expect(seen).not.toContain(word);
    expect(await done(reader, 'GET', `/specialisations/${id}`)).toMatchObject({ regionCount: regions.length });
    expect((await call(reader, 'GET', `/table-editions/${editions[0]?.id}`)).status).toBe(403);
    expect((await call(reader, 'GET', `/table-editions/${editions[0]?.id}/hidden-cells`)).status).toBe(403);
    expect((await call(office, 'POST', '/table-editions', { ...input, crossTableId: id })).body.reason).toBe('editionOfEdition');
  });

  it('follows a dated rule that may be stricter than the product’s own, never laxer', async () => {
    const rule = { minimumFrequency: 5, dominanceCount: 2, dominanceShare: 75, p: 15, range: 12, validFrom: '2026-01-01', note: '样例：本地从严' };
    expect((await call(office, 'POST', '/disclosure-rules', { ...rule, minimumFrequency: 2 })).status).toBe(400);
    expect((await call(office, 'POST', '/disclosure-rules', { ...rule, dominanceShare: 90 })).status).toBe(400);
    await done(office, 'POST', '/disclosure-rules', rule);
    expect((await call(office, 'POST', '/disclosure-rules', rule)).body.reason).toBe('editionExists');
    expect(await done(office, 'GET', '/disclosure-rules')).toMatchObject({ total: 1, items: [{ validFrom: '2026-01-01', minimumFrequency: 5 }] });
    expect(await done(office, 'POST', '/table-editions/preview', input)).toMatchObject({ rule: { productDefault: false, minimumFrequency: 5 } });
  });
});
