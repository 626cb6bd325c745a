import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let spaceId: string;
const cookies: Record<string, string> = {};
const ids: Record<string, string> = {};
const whole = { scopeKind: 'space' as const, scopeId: null };
const logins = { op: 'operator', op2: 'operator', nat: 'nationalOfficer', reader: 'reader', third: 'reader' } as const;

const call = (who: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, version?: number) =>
  house.request(cookies[who] ?? null, { method, url: `/api/v1${path}`, ...(payload ? { payload } : {}), ...(version ? { headers: { 'if-match': `"v${version}"` } } : {}) });
const json = async (who: string, path: string) => (await call(who, 'GET', path)).json();
const status = async (...given: Parameters<typeof call>) => (await call(...given)).statusCode;
const until = '2026-12-01T00:00:00.000Z';
const hand = (who: string, input: object) => call(who, 'POST', '/deputies', { kinds: ['read', 'work', 'decide'], validUntil: until, ...input });
const act = (who: string, deputyId: string | null) => call(who, 'PUT', '/session/acting', { deputyId });

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  for (const [login, role] of Object.entries(logins)) {
    await house.addUser(spaceId, login, { role, ...whole });
    cookies[login] = await house.signIn(login);
    ids[login] = (await json(login, '/session')).person.id;
  }
});

describe('naming a deputy', () => {
  it('is the holder’s, a superior’s or an operator’s to do, for somebody else, for a time, within what is held', async () => {
    expect(await status('reader', 'POST', '/deputies', { holderId: ids['nat'], deputyPersonId: ids['reader'], kinds: ['read'], validUntil: until })).toBe(403);
    expect((await hand('nat', { deputyPersonId: ids['nat'] })).json().reason).toBe('ownDeputy');
    expect((await hand('nat', { deputyPersonId: ids['reader'], validUntil: '2026-11-22T07:00:00.000Z' })).json().reason).toBe('periodOver');
    expect((await hand('nat', { deputyPersonId: ids['reader'], validUntil: '2028-01-01T00:00:00.000Z' })).json().reason).toBe('periodTooLong');
    const nobody = (await call('op', 'POST', '/people', { name: { en: 'No account' } })).json().id;
    expect((await hand('nat', { deputyPersonId: nobody })).json().reason).toBe('deputyCannotSignIn');
    expect((await hand('nat', { deputyPersonId: ids['reader'], mandateId: (await json('op', '/session')).mandates[0].id })).json().reason).toBe('mandateNotHeld');
    expect((await hand('op', { holderId: ids['nat'], deputyPersonId: ids['third'] })).statusCode).toBe(201);
    expect((await json('nat', '/session/deputies')).mine).toMatchObject([{ deputy: { name: { zh: 'third' } }, namedBy: { name: { zh: 'op' } }, state: 'inForce' }]);
  });
});

describe('acting for somebody', () => {
  it('gives the holder’s rights in the deputy’s own name, in this session only, and never the personal', async () => {
    expect(await status('reader', 'GET', '/people')).toBe(403);
    const { id } = (await hand('nat', { deputyPersonId: ids['reader'] })).json();
    const elsewhere = await house.signIn('reader');
    expect((await act('third', id)).json().reason).toBe('deputyEnded');
    expect((await act('reader', id)).statusCode).toBe(200);
    expect(await json('reader', '/session')).toMatchObject({ person: { name: { zh: 'reader' } }, acting: { person: { name: { zh: 'nat' } } }, mandates: [{ role: 'nationalOfficer' }] });
    expect(await status('reader', 'GET', '/people')).toBe(200);
    expect((await house.request(elsewhere, { method: 'GET', url: '/api/v1/people' })).statusCode).toBe(403);
    expect((await call('reader', 'POST', '/session/password', { current: 'test-password', next: 'quite another one' })).json().reason).toBe('notWhileActing');
    expect((await hand('reader', { deputyPersonId: ids['third'] })).json().reason).toBe('notWhileActing');
    const made = (await call('reader', 'POST', '/organisations', { name: { en: 'Made by a deputy' }, type: 'enterprise', territoryId: 'cn:440300' })).json();
    const [entry] = (await json('op', `/audit?subjectId=${made.id}`)).items;
    expect(entry).toMatchObject({ actorName: 'reader', forName: 'nat', role: 'nationalOfficer' });
    expect((await json('op', `/history?subjectKind=organisation&subjectId=${made.id}`)).items[0]).toMatchObject({ actorName: 'reader', forName: 'nat' });
    expect(await json('op', '/audit/verification')).toMatchObject({ intact: true });
    expect((await act('reader', null)).statusCode).toBe(200);
    expect(await status('reader', 'GET', '/people')).toBe(403);
  });

  it('is cut down to the kinds of deed that were handed over', async () => {
    const { id } = (await hand('nat', { deputyPersonId: ids['reader'], kinds: ['read'] })).json();
    await act('reader', id);
    expect(await status('reader', 'GET', '/people')).toBe(200);
    expect(await status('reader', 'POST', '/organisations', { name: { en: 'Not mine to make' }, type: 'enterprise', territoryId: 'cn:440300' })).toBe(403);
    await act('reader', null);
    await call('nat', 'DELETE', `/deputies/${id}`);
  });

  it('never carries the security power, and nothing that was itself handed over', async () => {
    const { id } = (await hand('op', { deputyPersonId: ids['third'] })).json();
    await act('third', id);
    expect((await json('third', '/session')).permissions).toEqual(expect.not.arrayContaining(['mandate.grant', 'mandate.end', 'mandate.approve', 'invitation.create', 'deputy.name']));
    expect(await status('third', 'POST', `/people/${ids['third']}/mandates`, { role: 'operator', ...whole })).toBe(403);
    // Third acts for the operator; whoever acts for third gets third's own reading rights, not the operator's.
    await act('third', null);
    const chained = (await hand('third', { deputyPersonId: ids['reader'] })).json();
    await act('third', id);
    await act('reader', chained.id);
    expect(await status('reader', 'GET', '/audit')).toBe(403);
    await act('reader', null);
    await act('third', null);
  });

  it('ends within one request: with the appointment, the holder’s mandate, or the period', async () => {
    const begin = async (validUntil: string = until) => {
      const { id } = (await hand('nat', { deputyPersonId: ids['reader'], validUntil })).json();
      await act('reader', id);
      expect(await status('reader', 'GET', '/people')).toBe(200);
      return id as string;
    };
    const ended = await begin();
    expect((await call('nat', 'DELETE', `/deputies/${ended}`)).json().state).toBe('ended');
    expect(await status('reader', 'GET', '/people')).toBe(403);
    expect((await json('reader', '/session')).acting).toBe(null);
    expect((await act('reader', ended)).json().reason).toBe('deputyEnded');

    await begin('2026-11-22T10:00:00.000Z');
    house.clock.set('2026-11-22T10:00:00.000Z');
    expect(await status('reader', 'GET', '/people')).toBe(403);
    house.clock.set('2026-11-22T08:00:00.000Z');

    await house.addUser(spaceId, 'nat2', { role: 'nationalOfficer', ...whole });
    cookies['nat2'] = await house.signIn('nat2');
    const { id } = (await hand('nat2', { deputyPersonId: ids['reader'] })).json();
    await act('reader', id);
    const own = await json('nat2', '/session');
    expect(await status('op', 'DELETE', `/people/${own.person.id}/mandates/${own.mandates[0].id}`)).toBe(200);
    expect(await status('reader', 'GET', '/people')).toBe(403);
  });
});

describe('the second person', () => {
  it('is not the same one through a deputy, on either side; a deputy of somebody else may be it', async () => {
    const { id } = (await hand('nat', { deputyPersonId: ids['op'] })).json();
    const own = (await hand('nat', { deputyPersonId: ids['reader'] })).json();
    const person = (await call('op', 'POST', '/people', { name: { en: 'Candidate' } })).json().id;
    const asked = (await call('op', 'POST', `/people/${person}/mandates`, { role: 'nationalOfficer', ...whole })).json();
    const approve = (who: string) => call(who, 'POST', `/approvals/${asked.approvalId}/approval`, {}, 1);
    await act('op', id);
    expect((await approve('op')).json().reason).toBe('samePerson');
    await act('op', null);
    await act('reader', own.id);
    expect((await approve('reader')).json()).toMatchObject({ state: 'approved', requested: { name: { zh: 'op' } }, decided: { name: { zh: 'reader' }, forName: { zh: 'nat' } } });
    await act('reader', null);
    expect((await json('op', `/people/${person}`)).mandates).toMatchObject([{ role: 'nationalOfficer', grantedBy: 'op' }]);
  });
});

describe('colleagues', () => {
  it('are found by people whose mandates reach theirs', async () => {
    expect((await json('nat', '/colleagues?q=read')).items).toMatchObject([{ name: { zh: 'reader' } }]);
    expect(await status('third', 'GET', '/colleagues?q=read')).toBe(403);
  });
});
