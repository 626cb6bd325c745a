import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let spaceId: string;
const cookies: Record<string, string> = {};
const whole = { scopeKind: 'space' as const, scopeId: null };
const logins = { ada: 'operator', ben: 'operator', cai: 'nationalOfficer', dai: 'reader' } as const;

const call = (who: string, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, version?: number) =>
  house.request(cookies[who] ?? null, { method, url: `/api/v1${path}`, ...(payload ? { payload } : {}), ...(version ? { headers: { 'if-match': `"v${version}"` } } : {}) });
const json = async (who: string, path: string) => (await call(who, 'GET', path)).json();
const personOf = async (login: string) => (await json('ada', `/people?q=${login}`)).items.find((person: { login: string }) => person.login === login);
const newPerson = async (name: string): Promise<string> => (await call('ada', 'POST', '/people', { name: { en: name } })).json().id;
const askOperator = async (who: string, name: string) => {
  const personId = await newPerson(name);
  const answer = (await call(who, 'POST', `/people/${personId}/mandates`, { role: 'operator', ...whole, reason: 'more hands' })).json();
  return { personId, id: answer.approvalId as string, state: answer.state as string };
};
const mandatesOf = async (personId: string) => (await json('ada', `/people/${personId}`)).mandates;

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  for (const [login, role] of Object.entries(logins)) {
    await house.addUser(spaceId, login, { role, ...whole });
    cookies[login] = await house.signIn(login);
  }
});

describe('a grant over the whole space', () => {
  it('waits for a second person, who sees it line by line, and is done when they agree', async () => {
    const { personId, id, state } = await askOperator('ada', 'Newcomer');
    expect(state).toBe('requested');
    expect(await mandatesOf(personId)).toEqual([]);
    const waiting = await json('ben', '/approvals?view=waiting');
    expect(waiting.items.map((item: { id: string }) => item.id)).toContain(id);
    const seen = await json('cai', `/approvals/${id}`);
    expect(seen).toMatchObject({ state: 'requested', reason: 'more hands', deeds: ['approve', 'reject'], requested: { name: { zh: 'ada' }, forName: null } });
    expect(seen.lines.map((line: { value: string }) => line.value)).toEqual(['Newcomer', 'operator', 'space']);
    const done = await call('ben', 'POST', `/approvals/${id}/approval`, {}, 1);
    expect(done.json()).toMatchObject({ state: 'approved', decided: { name: { zh: 'ben' } }, deeds: [] });
    expect(await mandatesOf(personId)).toMatchObject([{ role: 'operator', grantedBy: 'ada', state: 'inForce' }]);
    expect((await json('ada', '/approvals?view=asked')).items[0]).toMatchObject({ id, state: 'approved' });
    expect((await json('ben', '/approvals?view=decided')).items[0]).toMatchObject({ id });
  });

  it('is decided by nobody who asked, whom it is about, or who lacks the right', async () => {
    const { id } = await askOperator('ada', 'Another');
    expect((await call('ada', 'POST', `/approvals/${id}/approval`, {}, 1)).json().reason).toBe('samePerson');
    expect((await call('dai', 'POST', `/approvals/${id}/approval`, {}, 1)).statusCode).toBe(404);
    expect((await json('ada', '/approvals?view=waiting')).items.map((item: { id: string }) => item.id)).not.toContain(id);
    const cai = await personOf('cai');
    const about = (await call('ada', 'POST', `/people/${cai.id}/mandates`, { role: 'operator', ...whole })).json();
    expect((await call('cai', 'POST', `/approvals/${about.approvalId}/approval`, {}, 1)).json().reason).toBe('concernedPerson');
    for (const open of [id, about.approvalId]) expect((await call('ada', 'POST', `/approvals/${open}/withdrawal`, undefined, 1)).json().state).toBe('withdrawn');
    expect((await call('ben', 'POST', `/approvals/${id}/approval`, {}, 2)).json().reason).toBe('approvalClosed');
  });

  it('asked twice it is one request; rejected it leaves nothing, and needs its reason', async () => {
    const { personId, id } = await askOperator('ada', 'Twice');
    const again = (await call('ada', 'POST', `/people/${personId}/mandates`, { role: 'operator', ...whole })).json();
    expect(again.approvalId).toBe(id);
    expect((await call('ben', 'POST', `/approvals/${id}/rejection`, {}, 1)).statusCode).toBe(400);
    expect((await call('ben', 'POST', `/approvals/${id}/rejection`, { reason: 'not needed' }, 7)).statusCode).toBe(412);
    expect((await call('ben', 'POST', `/approvals/${id}/rejection`, { reason: 'not needed' }, 1)).json()).toMatchObject({ state: 'rejected', decision: 'not needed' });
    expect(await mandatesOf(personId)).toEqual([]);
  });

  it('is void when the person or the rights of whoever asked changed meanwhile', async () => {
    const changed = await askOperator('ada', 'Renamed');
    await house.request(cookies['ada'] ?? null, { method: 'PATCH', url: `/api/v1/people/${changed.personId}`, headers: { 'if-match': '"v1"' }, payload: { name: { en: 'Somebody else' } } });
    expect((await call('ben', 'POST', `/approvals/${changed.id}/approval`, {}, 1)).json().reason).toBe('approvalStale');
    expect(await json('ben', `/approvals/${changed.id}`)).toMatchObject({ state: 'expired' });
    expect(await mandatesOf(changed.personId)).toEqual([]);

    await house.addUser(spaceId, 'eve', { role: 'operator', ...whole });
    cookies['eve'] = await house.signIn('eve');
    const lost = await askOperator('eve', 'By Eve');
    const eve = await personOf('eve');
    expect((await call('eve', 'DELETE', `/people/${eve.id}/mandates/${eve.mandates[0].id}`)).json().state).toBe('ended');
    expect((await call('ben', 'POST', `/approvals/${lost.id}/approval`, {}, 1)).json().reason).toBe('approvalStale');
    expect(await mandatesOf(lost.personId)).toEqual([]);
  });

  it('lapses by itself when nobody decides in time', async () => {
    const { id } = await askOperator('ada', 'Late');
    house.clock.set('2026-12-06T08:00:00.000Z');
    cookies['ben'] = await house.signIn('ben');
    expect(await json('ben', `/approvals/${id}`)).toMatchObject({ state: 'expired', deeds: [] });
    expect((await call('ben', 'POST', `/approvals/${id}/approval`, {}, 1)).json().reason).toBe('approvalClosed');
    house.clock.set('2026-11-22T08:00:00.000Z');
    cookies['ben'] = await house.signIn('ben');
  });
});

describe("another operator's mandate", () => {
  it('ends only when a third person agrees', async () => {
    const ben = await personOf('ben');
    const path = `/people/${ben.id}/mandates/${ben.mandates[0].id}`;
    const asked = (await call('ada', 'DELETE', path)).json();
    expect(asked).toMatchObject({ state: 'inForce' });
    expect((await call('ben', 'POST', `/approvals/${asked.approvalId}/approval`, {}, 1)).json().reason).toBe('concernedPerson');
    expect((await call('cai', 'POST', `/approvals/${asked.approvalId}/approval`, {}, 1)).json().state).toBe('approved');
    expect((await json('ada', `/people/${ben.id}`)).mandates[0].state).toBe('ended');
  });
});

describe('alone', () => {
  it('an operator without a second person acts at once, and the audit says so', async () => {
    const other = await house.newSpace();
    await house.addUser(other, 'solo', { role: 'operator', ...whole });
    cookies['solo'] = await house.signIn('solo');
    const person = (await call('solo', 'POST', '/people', { name: { en: 'Second' } })).json();
    expect((await call('solo', 'POST', `/people/${person.id}/mandates`, { role: 'operator', ...whole })).json()).toMatchObject({ state: 'inForce', approvalId: null });
    const events = (await json('solo', '/audit')).items.map((entry: { event: string }) => entry.event);
    expect(events.slice(0, 2)).toEqual(['approval.waived', 'mandate.granted']);
  });
});
