import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';

const whole = { scopeKind: 'space' as const, scopeId: null };
let house: TestProduct;
let spaceId: string;
let asker: string;
let second: string;
let reader: string;

type Method = 'GET' | 'POST' | 'PUT';
const call = (cookie: string, method: Method, path: string, payload?: object, headers: Record<string, string> = {}) => house.request(cookie, { method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) });
const audit = async (event: string) => (await call(second, 'GET', `/audit?event=${event}`)).json().items as { actorName: string; changes: Record<string, [unknown, unknown]> }[];
const people = { operation: 'person.list', query: { q: 'Reachable' }, format: 'csv', rows: 2, reason: 'Invitations to the annual meeting', href: '/administration/people' };
const fetchPeople = (cookie: string, query = 'q=Reachable', format = 'csv') => call(cookie, 'GET', `/people?${query}&format=${format}`);

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  for (const login of ['asker', 'second']) await house.addUser(spaceId, login, { role: 'operator', ...whole });
  await house.addUser(spaceId, 'reader', { role: 'reader', ...whole });
  [asker, second, reader] = [await house.signIn('asker'), await house.signIn('second'), await house.signIn('reader')];
  for (const each of ['one', 'two']) await call(asker, 'POST', '/people', { name: { en: `Reachable ${each}` }, email: `${each}@example.org` });
}, 60_000);

describe('an export above the free level', () => {
  it('is refused until somebody else agreed, and then gives exactly that list', async () => {
    expect((await fetchPeople(asker)).json()).toMatchObject({ status: 403, reason: 'exportNeedsApproval' });
    const asked = await call(asker, 'POST', '/export-requests', people);
    expect([asked.statusCode, asked.json()]).toMatchObject([201, { state: 'waiting', level: 'sensitive', rowCount: 2, mine: true, label: { en: 'List people' } }]);
    expect((await call(asker, 'POST', '/export-requests', people)).json().id).toBe(asked.json().id);
    expect((await fetchPeople(asker)).statusCode).toBe(403);
    const { approvalId } = asked.json();
    const approval = (await call(second, 'GET', `/approvals/${approvalId}`)).json();
    expect(JSON.stringify(approval)).toContain('Invitations to the annual meeting');
    const agree = (cookie: string) => call(cookie, 'POST', `/approvals/${approvalId}/approval`, {}, { 'if-match': `"v${approval.version}"` });
    expect((await agree(asker)).statusCode).toBe(409);
    expect((await agree(second)).statusCode).toBe(200);
    const file = await fetchPeople(asker);
    expect([file.statusCode, file.headers['x-data-level']]).toEqual([200, 'sensitive']);
    const [head, first] = file.body.split('\r\n');
    expect([head?.endsWith('Exported by,Exported at'), first?.endsWith(',asker,2026-11-22T08:00:00.000Z')]).toEqual([true, true]);
    // Other filters, another format, another person: not what was agreed to.
    expect([(await fetchPeople(asker, 'q=one')).statusCode, (await fetchPeople(asker, 'q=Reachable', 'json')).statusCode, (await fetchPeople(second)).statusCode]).toEqual([403, 403, 403]);
    const requests = (await call(asker, 'GET', '/export-requests')).json().items;
    expect(requests).toMatchObject([{ state: 'approved', fetchedCount: 1, expiresAt: '2026-11-29T08:00:00.000Z' }]);
    expect((await audit('record.exported'))[0]).toMatchObject({ actorName: 'asker', changes: { operation: [null, 'person.list'], filters: [null, { q: 'Reachable' }], rows: [null, 2], format: [null, 'csv'], dataLevel: [null, 'sensitive'], exportRequest: [null, requests[0].id] } });
  });

  it('is refused when the list has grown well beyond, and when the days are over', async () => {
    const late = await call(asker, 'POST', '/people', { name: { en: 'Reachable three' }, email: 'three@example.org' });
    await call(asker, 'POST', '/people', { name: { en: 'Reachable four' }, email: 'four@example.org' });
    expect(late.statusCode).toBe(201);
    expect((await fetchPeople(asker)).json().reason).toBe('exportGrew');
    house.clock.set('2026-11-30T09:00:00.000Z');
    [asker, second, reader] = [await house.signIn('asker'), await house.signIn('second'), await house.signIn('reader')];
    expect((await fetchPeople(asker)).json().reason).toBe('exportNeedsApproval');
  });

  it('is free where the policy says so, with the mark of who took it all the same; ordinary lists carry none', async () => {
    const policy = await call(second, 'GET', '/level-policy');
    expect(policy.json()).toEqual({ version: 0, installation: 'sensitive', ceiling: 'sensitive', exportFreeUpTo: 'internal', exportDays: 7 });
    const set = (body: object, version: number) => call(second, 'PUT', '/level-policy', body, { 'if-match': `"v${version}"` });
    expect((await set({ ceiling: 'sensitive', exportFreeUpTo: 'sensitive', exportDays: 3 }, 0)).json()).toMatchObject({ version: 1, exportFreeUpTo: 'sensitive' });
    expect((await set({ ceiling: 'sensitive', exportFreeUpTo: 'public', exportDays: 3 }, 0)).json().reason).toBe('changedMeanwhile');
    const file = (await call(second, 'GET', '/people?format=json')).json();
    expect(file).toMatchObject({ exportedBy: 'second', level: 'sensitive', exportedAt: expect.stringMatching(/^2026-/) });
    expect(Object.keys((await call(reader, 'GET', '/organisations?format=json')).json())).toEqual(['items']);
    expect((await call(asker, 'POST', '/export-requests', people)).json().reason).toBe('exportIsFree');
    // A policy that lets nothing out holds back ordinary lists too: the gate and not the list decides.
    await set({ ceiling: 'sensitive', exportFreeUpTo: 'public', exportDays: 3 }, 1);
    expect((await call(reader, 'GET', '/organisations?format=csv')).json().reason).toBe('exportNeedsApproval');
    await set({ ceiling: 'sensitive', exportFreeUpTo: 'internal', exportDays: 3 }, 2);
    expect((await call(reader, 'GET', '/organisations?format=csv')).statusCode).toBe(200);
  });

  it('of an unknown list, or of one without right, is not given', async () => {
    expect((await call(asker, 'POST', '/export-requests', { ...people, operation: 'session.get' })).json().reason).toBe('operationUnknown');
    expect((await fetchPeople(reader)).json().reason).toBe('notAllowed');
    expect((await call(reader, 'GET', '/exports')).statusCode).toBe(403);
  });

  it('is listed for who watches over levels, and one’s own requests for everyone', async () => {
    const { items } = (await call(second, 'GET', '/exports?level=sensitive')).json();
    expect(items.length).toBeGreaterThan(1);
    expect(items[0]).toMatchObject({ actorName: 'second', operation: 'person.list', level: 'sensitive', format: 'json' });
    expect((await call(reader, 'GET', '/export-requests')).json().total).toBe(0);
    expect((await call(second, 'GET', '/export-requests')).json().total).toBeGreaterThan(0);
  });
});

describe('the ceiling of a space', () => {
  it('holds back what is above it', async () => {
    const id = await house.newSpace();
    await house.addUser(id, 'low', { role: 'operator', ...whole });
    const low = await house.signIn('low');
    const set = await call(low, 'PUT', '/level-policy', { ceiling: 'internal', exportFreeUpTo: 'internal', exportDays: 7 }, { 'if-match': '"v0"' });
    expect(set.json()).toMatchObject({ ceiling: 'internal', installation: 'sensitive' });
    expect((await call(low, 'POST', '/people', { name: { en: 'x' }, email: 'x@example.org' })).json().reason).toBe('aboveCeiling');
    expect((await call(low, 'POST', '/people', { name: { en: 'x' } })).statusCode).toBe(201);
  });
});

describe('the catalogue of fields', () => {
  it('names every field with its level, by room, level and words', async () => {
    const page = (await call(second, 'GET', '/level-fields?level=sensitive&q=person/')).json();
    expect(page.items).toContainEqual({ id: 'identity/person/email', room: 'identity', record: 'person', field: 'email', level: 'sensitive', declared: 'field', input: true });
    const first = (await call(second, 'GET', '/level-fields?limit=2')).json();
    const next = (await call(second, 'GET', `/level-fields?limit=2&cursor=${first.nextCursor}`)).json();
    expect([first.total > 400, first.items.length, next.items.length, next.items[0].id > first.items[1].id]).toEqual([true, 2, 2, true]);
    expect((await call(second, 'GET', '/level-fields?cursor=nonsense')).json().reason).toBe('invalidCursor');
  });
});
