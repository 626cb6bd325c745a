import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let spaceId: string;
const cookies: Record<string, string> = {};
const ids: Record<string, string> = {};
const whole = { scopeKind: 'space' as const, scopeId: null };
const logins = { op: 'operator', nat: 'nationalOfficer', heir: 'reader', other: 'reader' } as const;
const call = (who: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, version?: number) =>
  house.request(cookies[who] ?? null, { method, url: `/api/v1${path}`, ...(payload ? { payload } : {}), ...(version ? { headers: { 'if-match': `"v${version}"` } } : {}) });
const json = async (who: string, path: string) => (await call(who, 'GET', path)).json();
type Line = { kind: string; id: string; passes: boolean; decided: boolean };
const plan = async (who: string, leaver: string, successor: (line: Line) => string | null) => {
  const { lines } = await json(who, `/people/${ids[leaver]}/leaving`);
  return (await call(who, 'PUT', `/people/${ids[leaver]}/leaving/lines`, { lines: lines.filter((line: Line) => line.passes).map((line: Line) => ({ kind: line.kind, id: line.id, successorId: successor(line) })) })).json();
};
const sign = (who: string, leaver: string, side: 'leaver' | 'successor') => call(who, 'POST', `/people/${ids[leaver]}/leaving/signatures`, { side });
const complete = (who: string, leaver: string) => call(who, 'POST', `/people/${ids[leaver]}/leaving/completion`);
const enter = async (login: string, role: (typeof logins)[keyof typeof logins] | 'territorialOfficer') => {
  await house.addUser(spaceId, login, role === 'territorialOfficer' ? { role, scopeKind: 'territory', scopeId: 'cn:440000' } : { role, ...whole });
  cookies[login] = await house.signIn(login);
  ids[login] = (await json(login, '/session')).person.id;
};

/** Somebody with at least one open thing of every kind that a room registers. */
async function laden(login: string): Promise<void> {
  await enter(login, 'territorialOfficer');
  const post = (await call('op', 'POST', '/posts', { name: { en: `Desk of ${login}` } })).json().id;
  await call('op', 'POST', `/posts/${post}/holdings`, { personId: ids[login] });
  await call(login, 'POST', '/deputies', { deputyPersonId: ids['other'], kinds: ['read'], validUntil: '2026-12-01T00:00:00.000Z' });
  await house.request(cookies[login] ?? null, { method: 'POST', url: '/api/v1/import-batches?target=organisation&fileName=draft.csv', headers: { 'content-type': 'text/csv' }, payload: 'name\nDraft\n' });
  await call(login, 'POST', '/saved-views', { page: '/organisations', name: 'Mine', query: 'type=enterprise', shared: true });
  await call(login, 'POST', '/account/keys', { name: 'robot', rooms: [{ room: 'registry', access: 'read' }], expiresOn: '2026-12-30' });
  await house.product.asSystem(spaceId, async ({ db, newId, now }) => {
    const { sql } = await import('kysely');
    await sql`insert into approval (space_id, id, kind, subject_kind, subject_id, payload, stamp, state, requested_by, requested_at, due_at, concerned)
      values (${spaceId}, ${newId()}, 'mandate.end', 'person', ${ids['heir']}, ${JSON.stringify({ personId: ids['heir'], mandateId: newId() })}::jsonb, '', 'requested', ${ids[login]}, ${now}, ${new Date(now.getTime() + 86_400_000)}, '{}')`.execute(db);
    await sql`insert into invitation (space_id, id, token_hash, person_id, created_at, expires_at) values (${spaceId}, ${newId()}, ${newId()}, ${ids[login]}, ${now}, ${new Date(now.getTime() + 86_400_000)})`.execute(db);
  });
}

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  for (const [login, role] of Object.entries(logins)) await enter(login, role);
});

describe('leaving', () => {
  it('hands over one of every kind of thing, once both sides signed; nothing is left behind', async () => {
    await laden('gone');
    const kinds = [...new Set(house.product.house.contributions.holdings.map((holding) => holding.kind))].toSorted();
    const preview = await json('gone', `/people/${ids['gone']}/leaving`);
    expect([...new Set(preview.lines.map((line: Line) => line.kind))].toSorted()).toEqual(kinds);
    expect((await call('other', 'GET', `/people/${ids['gone']}/leaving`)).statusCode).toBe(404);
    expect((await call('gone', 'POST', `/people/${ids['gone']}/leaving`, { lastDay: '2026-11-30T16:00:00.000Z' })).statusCode).toBe(201);
    expect((await sign('gone', 'gone', 'leaver')).json().reason).toBe('lineUndecided');
    expect((await call('gone', 'PUT', `/people/${ids['gone']}/leaving/lines`, { lines: [{ kind: 'importBatch', id: preview.lines[0].id, successorId: ids['gone'] }] })).statusCode).toBe(422);
    const planned = await plan('gone', 'gone', () => ids['heir'] ?? null);
    expect(planned.signatures.map((each: { side: string; person: { id: string }; signedAt: string | null }) => [each.side, each.person.id, each.signedAt])).toEqual([['leaver', ids['gone'], null], ['successor', ids['heir'], null]]);
    expect((await complete('gone', 'gone')).json().reason).toBe('signatureMissing');
    expect((await sign('gone', 'gone', 'leaver')).statusCode).toBe(200);
    expect((await complete('gone', 'gone')).json().reason).toBe('signatureMissing');
    expect((await json('heir', '/waiting')).items.map((item: { href: string }) => item.href)).toContain(`/administration/people/${ids['gone']}/leaving`);
    expect((await sign('heir', 'gone', 'leaver')).statusCode).toBe(403);
    expect((await sign('heir', 'gone', 'successor')).statusCode).toBe(200);
    expect((await complete('heir', 'gone')).statusCode).toBe(404);
    expect((await complete('gone', 'gone')).json()).toMatchObject({ state: 'done', lines: [] });
    // Until the last day the leaver still has rights; what could move has moved, and nothing is an orphan afterwards.
    expect((await call('gone', 'GET', '/session')).json().mandates).toHaveLength(1);
    expect((await json('heir', '/session')).mandates.map((mandate: { role: string }) => mandate.role).toSorted()).toEqual(['reader', 'territorialOfficer']);
    house.clock.set('2026-11-30T16:00:00.000Z');
    expect((await json('gone', '/session')).signedIn).toBe(false);
    cookies['op'] = await house.signIn('op');
    expect((await json('op', '/orphans')).items).toEqual([]);
    house.clock.set('2026-11-22T08:00:00.000Z');
    cookies['op'] = await house.signIn('op');
  });

  it('of somebody who is gone is signed by an operator, marked so, who gets nothing of it; a changed plan is signed anew', async () => {
    await laden('away');
    await call('op', 'POST', `/people/${ids['away']}/leaving`, { lastDay: '2026-11-22T08:00:00.000Z' });
    await plan('op', 'away', () => ids['op'] ?? null);
    expect((await sign('op', 'away', 'leaver')).json().reason).toBe('samePerson');
    await plan('op', 'away', () => ids['heir'] ?? null);
    const signed = (await sign('op', 'away', 'leaver')).json();
    expect(signed.signatures[0]).toMatchObject({ side: 'leaver', person: { id: ids['away'] }, signedBy: { id: ids['op'] } });
    await sign('heir', 'away', 'successor');
    const changed = await plan('op', 'away', (line) => (line.kind === 'savedView' ? null : (ids['heir'] ?? null)));
    expect(changed.signatures.every((each: { signedAt: string | null }) => each.signedAt === null)).toBe(true);
    expect((await complete('op', 'away')).json().reason).toBe('signatureMissing');
    await sign('op', 'away', 'leaver');
    await sign('heir', 'away', 'successor');
    expect((await complete('op', 'away')).json().state).toBe('done');
    expect((await json('away', '/session')).signedIn).toBe(false);
    expect((await json('op', '/orphans')).items).toEqual([]);
    expect((await json('op', `/audit?subjectId=${ids['away']}`)).items.map((entry: { event: string }) => entry.event)).toEqual(expect.arrayContaining(['leaving.signedFor', 'leaving.completed']));
  });

  it('of another operator waits for a second person, and the last operator cannot leave', async () => {
    await enter('op2', 'operator');
    await call('op', 'POST', `/people/${ids['op2']}/leaving`, { lastDay: '2026-11-22T08:00:00.000Z' });
    await sign('op', 'op2', 'leaver');
    const asked = (await complete('op', 'op2')).json();
    expect(asked).toMatchObject({ state: 'open' });
    expect((await json('op2', '/session')).signedIn).toBe(true);
    expect((await call('nat', 'POST', `/approvals/${asked.approvalId}/approval`, {}, 1)).json().state).toBe('approved');
    expect((await json('op2', '/session')).signedIn).toBe(false);
    await call('op', 'POST', `/people/${ids['op']}/leaving`, { lastDay: '2026-11-22T08:00:00.000Z' });
    await plan('op', 'op', () => null);
    await sign('op', 'op', 'leaver');
    expect((await complete('op', 'op')).json().reason).toBe('lastOperator');
    expect((await call('op', 'DELETE', `/people/${ids['op']}/leaving`)).json().state).toBe(null);
  });
});

describe('orphans', () => {
  it('show what an ended mandate left behind, and can be passed on or ended', async () => {
    await laden('lost');
    const person = await json('op', `/people/${ids['lost']}`);
    for (const mandate of person.mandates) await call('op', 'DELETE', `/people/${ids['lost']}/mandates/${mandate.id}`);
    const { items } = await json('op', '/orphans');
    expect(new Set(items.map((item: { kind: string }) => item.kind))).toEqual(new Set(house.product.house.contributions.holdings.map((holding) => holding.kind).filter((kind) => kind !== 'mandate')));
    expect((await call('nat', 'GET', '/orphans')).statusCode).toBe(403);
    const chosen = items.map(({ kind, id }: Line) => ({ kind, id }));
    expect((await call('op', 'POST', '/orphans/passes', { items: chosen, successorId: ids['heir'] })).json().items).toEqual([]);
    expect((await json('heir', `/people/${ids['heir']}/leaving`)).lines.map((line: Line) => line.kind)).toEqual(expect.arrayContaining(['postHolding', 'importBatch', 'savedView']));
  });
});
