import { describe, expect, it } from 'vitest';
import { jsonCalls, type Json } from '../../../test/json-calls.ts';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
const whole = { scopeKind: 'space' as const, scopeId: null };
await house.addUser(spaceId, 'reading-operator', { role: 'operator', ...whole });
await house.addUser(spaceId, 'reading-reader', { role: 'reader', ...whole });
const [operator, reader] = [await house.signIn('reading-operator'), await house.signIn('reading-reader')];

type Answer = Json & { problems: { reason: string; about: string[] }[]; values: Json[] };
const { call, done } = jsonCalls<Answer>(house);
const code = (answer: { body: Answer }) => String((answer.body as unknown as { code?: string; type?: string }).code ?? (answer.body as unknown as { type?: string }).type ?? '');

const define = (key: string, more: object) => done(operator, 'POST', '/indicators', { key, name: { zh: `样例${key}` }, ...more });
const value = (indicator: Json, subjectId: string, period: string, given: string | null, more: object = {}) =>
  done(operator, 'POST', `/indicators/${indicator.id}/observations`, { subjectKind: 'territory', subjectId, period, value: given, ...(given === null ? { operator: 'notStated', missing: 'notStated' } : {}), basis: 'public', ...more });

const revenue = await define('revenue', { kind: 'amount', unit: 'CNY', timing: 'flow' });
const spending = await define('spending', { kind: 'amount', unit: 'CNY' });
const people = await define('people', { kind: 'count', unit: 'person', timing: 'stock' });
const [foshan, shenzhen, guangzhou] = ['cn:440600', 'cn:440300', 'cn:440100'];
await value(revenue, foshan, '2024', '200');
await value(spending, foshan, '2024', '5');
await value(people, foshan, '2024-12-31', '4');
await value(revenue, shenzhen, '2024', '0');
await value(spending, shenzhen, '2024', '5');
await value(revenue, guangzhou, '2024', null, { missing: 'suppressed' });
await value(spending, guangzhou, '2024', '7');

describe('a formula', () => {
  it('is refused where it adds unlike things, leads back to itself, divides two populations or gives another unit', async () => {
    const refused = async (body: object) => code(await call(operator, 'POST', '/indicators', { key: 'tried', name: { zh: '样例' }, ...body }));
    expect(await refused({ formula: 'revenue + people' })).toContain('formulaUnits');
    expect(await refused({ kind: 'share', unit: 'percent', formula: 'revenue * 2' })).toContain('formulaUnit');
    const above = await define('above', { unit: 'firm', population: '规模以上工业企业' });
    await define('everybody', { unit: 'firm', population: '全部法人单位' });
    expect(await refused({ formula: 'above / everybody * 100' })).toContain('formulaPopulations');
    const first = await define('first', { formula: 'second + 1' });
    expect(await refused({ key: 'second', formula: 'first * 2' })).toContain('formulaCycle');
    expect((await call(reader, 'POST', '/indicators/try-formula', { formula: 'revenue' })).status).toBe(403);
    expect(above.id && first.id).toBeTruthy();
  });

  it('is tried before it is kept, with its measure and what it would give', async () => {
    const tried = await done(operator, 'POST', '/indicators/try-formula', { key: 'perHead', formula: 'revenue / people', unit: 'CNY' });
    expect(tried).toMatchObject({ problems: [], measure: 'money.CNY/count.person', terms: [{ key: 'revenue', unit: 'CNY' }, { key: 'people', unit: 'person' }] });
    // A stock is taken at the end of the year.
    expect(tried.values).toMatchObject([{ subject: { id: foshan }, period: '2024', value: '50', observationId: null }]);
    expect((await done(operator, 'POST', '/indicators/try-formula', { formula: 'nowhere / 2' })).problems).toMatchObject([{ reason: 'formulaTermUnknown', about: ['nowhere'] }]);
  });

  it('gives figures where all is known, and says why not where it is not: never zero, never a guess', async () => {
    const intensity = await define('intensity', { kind: 'share', unit: 'percent', formula: 'spending / revenue * 100' });
    const found = await done(reader, 'GET', `/indicators/${intensity.id}/at?period=2024&subjectKind=territory`);
    expect(found.items.map(({ subject, value: own, missing, derived }) => [(subject as Json).id, own, missing, (derived as { reason: string }).reason])).toEqual([
      [foshan, '2.5', null, null], [guangzhou, null, 'suppressed', 'termSuppressed'], [shenzhen, null, 'notStated', 'divisionByZero'],
    ]);
    expect(await done(reader, 'GET', `/indicators/${intensity.id}/subjects`)).toMatchObject({ total: 3 });
    expect(await done(reader, 'GET', `/indicators/${intensity.id}/periods`)).toMatchObject({ groups: [{ subjectKind: 'territory', subjects: 3, periods: [{ period: '2024', held: 3 }] }] });
    const trace = await done(reader, 'GET', `/traces/indicator.derived?indicatorId=${intensity.id}&subjectKind=territory&subjectId=${foshan}&period=2024`);
    expect(trace).toMatchObject({ figure: { value: '2.5', mark: 'computed' }, rowTotals: { counted: 2 }, method: { id: 'indicator.derived', version: '1' } });
    // A figure that a source states stands; the formula's stands beside it.
    await value(intensity, foshan, '2024', '2.6');
    expect((await done(reader, 'GET', `/indicators/${intensity.id}/series?subjects=territory:${foshan}`)).items).toMatchObject([{ values: [{ value: '2.6', derived: { value: '2.5' } }] }]);
    const page = await done(reader, 'GET', `/indicators/${intensity.id}/at?period=2024&subjectKind=territory&limit=1`);
    expect(await done(reader, 'GET', `/indicators/${intensity.id}/at?period=2024&subjectKind=territory&limit=1&cursor=${page.nextCursor}`)).toMatchObject({ total: 3, items: [{ subject: { id: guangzhou } }] });
    expect((await call(reader, 'GET', `/indicators/${intensity.id}/at?period=2024&subjectKind=territory&cursor=x`)).status).toBe(400);
  });

  it('refuses a ratio of two scopes of the values themselves', async () => {
    const share = await define('scoped', { kind: 'share', unit: 'percent', formula: 'spending / revenue' });
    await value(revenue, foshan, '2023', '10', { scopeNote: '规模以上' });
    await value(spending, foshan, '2023', '1', { scopeNote: '全部企业' });
    const { items } = await done(reader, 'GET', `/indicators/${share.id}/at?period=2023&subjectKind=territory`);
    expect(items).toMatchObject([{ value: null, derived: { reason: 'scopesDiffer', about: ['全部企业', '规模以上'] } }]);
  });

  it('counts records of the register', async () => {
    const cluster = await done(operator, 'POST', '/clusters', { name: { zh: '样例集群' }, territories: [{ territoryId: foshan, scope: 'base' }] });
    const firm = await done(operator, 'POST', '/organisations', { name: { zh: '样例企业' }, type: 'enterprise' });
    await done(operator, 'POST', `/clusters/${cluster.id}/members`, { organisationId: firm.id });
    const members = await define('memberCount', { kind: 'count', unit: 'unit', formula: 'records.members' });
    expect((await done(reader, 'GET', '/indicators/record-terms')).items.map(({ key }) => key)).toContain('records.members');
    const today = String((await done(reader, 'GET', `/indicators/${members.id}/periods`) as unknown as { groups: { periods: { period: string }[] }[] }).groups[0]?.periods[0]?.period);
    expect(await done(reader, 'GET', `/indicators/${members.id}/at?period=${today}&subjectKind=cluster`)).toMatchObject({ items: [{ subject: { id: cluster.id }, value: '1', unit: 'unit' }] });
  });
});

describe('a series', () => {
  it('holds published growth as a statement of its own, with what happened to the list', async () => {
    const body = { subjectKind: 'territory', subjectId: foshan, period: '2024', value: '8.4', enteredUnits: 12, leftUnits: 5, basis: 'public' };
    expect((await call(reader, 'POST', `/indicators/${revenue.id}/growth`, body)).status).toBe(403);
    expect((await call(operator, 'POST', `/indicators/${revenue.id}/growth`, { ...body, period: 'soon' })).status).toBe(422);
    expect(await done(operator, 'POST', `/indicators/${revenue.id}/growth`, body)).toMatchObject({ value: '8.4', unit: 'percent', comparable: true, movedUnits: null });
    expect((await done(reader, 'GET', `/indicators/${revenue.id}/series?subjects=territory:${foshan}`)).items).toMatchObject([{ values: [{ period: '2023' }, { period: '2024', value: '200' }], growth: [{ value: '8.4', enteredUnits: 12 }] }]);
    expect(await done(reader, 'GET', `/indicators/${revenue.id}/growth`)).toMatchObject({ total: 1 });
  });

  it('breaks where a definition changes, and is spliced only by a stored choice', async () => {
    const defined = await done(operator, 'PATCH', `/indicators/${revenue.id}`, { definition: { zh: '样例：旧口径' } }, revenue.version);
    await done(operator, 'PATCH', `/indicators/${revenue.id}`, { definition: { zh: '样例：新口径' } }, defined.version);
    const { items: [made] } = await done(reader, 'GET', `/indicators/${revenue.id}/breaks`);
    expect(made).toMatchObject({ kind: 'definition', origin: 'changed', beforeWords: '样例：旧口径', afterWords: '样例：新口径', splice: null });
    const breaks = `/indicators/${revenue.id}/breaks`;
    expect((await call(reader, 'POST', breaks, { startsOn: '2024-01-01', kind: 'classification' })).status).toBe(403);
    const typed = await done(operator, 'POST', breaks, { startsOn: '2024-01-01', kind: 'classification', note: '样例' });
    expect((await call(operator, 'POST', `${breaks}/${typed.id}/splice`, { method: 'overlap', before: '0', after: '3', overlapPeriod: '2024', reason: '样例' })).status).toBe(422);
    expect(await done(operator, 'POST', `${breaks}/${typed.id}/splice`, { method: 'overlap', before: '8', after: '10', overlapPeriod: '2024', reason: '样例：两种口径并列' })).toMatchObject({ splice: { factor: '1.25', overlapPeriod: '2024' } });
    expect(await done(operator, 'POST', `${breaks}/${typed.id}/splice`, { method: 'none', reason: '样例：不再衔接' })).toMatchObject({ splice: null, splices: [{ method: 'none' }, { factor: '1.25' }] });
    expect((await call(operator, 'DELETE', `${breaks}/${typed.id}`)).status).toBe(200);
    expect((await call(operator, 'DELETE', `${breaks}/${typed.id}`)).status).toBe(404);
  });

  it('can be read as it was known on a day', async () => {
    const then = await done(reader, 'GET', `/indicators/${revenue.id}/series?asOf=2020-01-01`);
    expect(then).toMatchObject({ items: [], breaks: [] });
  });
});
