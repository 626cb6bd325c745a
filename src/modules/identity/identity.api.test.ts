import { beforeAll, describe, expect, it } from 'vitest';
import { testPassword, testProduct, type TestProduct } from '../../../test/test-product.ts';
import { verifyAudit } from '#platform/audit/audit.ts';

let house: TestProduct;
let spaceId: string;
let operator: string;

const operatorMandate = { role: 'operator' as const, scopeKind: 'space' as const, scopeId: null };

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', operatorMandate);
  operator = await house.signIn('op');
});

describe('sign-in', () => {
  it('answers the same for a wrong password and an unknown name', async () => {
    const wrong = await house.request(null, { method: 'POST', url: '/api/v1/session', payload: { login: 'op', password: 'nope' } });
    const unknown = await house.request(null, { method: 'POST', url: '/api/v1/session', payload: { login: 'nobody', password: 'nope' } });
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(wrong.json().detail).toBe(unknown.json().detail);
  });

  it('shows who is signed in, with rights, and nothing to anyone else', async () => {
    const mine = (await house.request(operator, { method: 'GET', url: '/api/v1/session' })).json();
    expect(mine).toMatchObject({ signedIn: true, person: { login: 'op' }, space: { id: spaceId } });
    expect(mine.permissions).toContain('mandate.grant');
    const stranger = (await house.request(null, { method: 'GET', url: '/api/v1/session' })).json();
    expect(stranger).toMatchObject({ signedIn: false, person: null, permissions: [] });
  });

  it('ends with sign-out and after too long a rest', async () => {
    const cookie = await house.signIn('op');
    expect((await house.request(cookie, { method: 'DELETE', url: '/api/v1/session' })).statusCode).toBe(204);
    expect((await house.request(cookie, { method: 'GET', url: '/api/v1/people' })).statusCode).toBe(401);
    const idle = await house.signIn('op');
    house.clock.set('2026-11-23T08:00:00.000Z');
    expect((await house.request(idle, { method: 'GET', url: '/api/v1/people' })).statusCode).toBe(401);
    house.clock.set('2026-11-22T08:00:00.000Z');
  });

  it('a new password ends the other sessions', async () => {
    await house.addUser(spaceId, 'changer', { role: 'reader', scopeKind: 'space', scopeId: null });
    const [kept, other] = [await house.signIn('changer'), await house.signIn('changer')];
    const change = { method: 'POST' as const, url: '/api/v1/session/password', payload: { current: testPassword, next: 'a longer phrase' } };
    expect((await house.request(kept, change)).statusCode).toBe(204);
    expect((await house.request(other, { method: 'GET', url: '/api/v1/organisations' })).statusCode).toBe(401);
    expect((await house.request(kept, { method: 'GET', url: '/api/v1/organisations' })).statusCode).toBe(200);
  });

  it('refuses a write that comes from another site', async () => {
    const forged = await house.request(operator, { method: 'POST', url: '/api/v1/people', headers: { origin: 'https://elsewhere.example' }, payload: { name: { zh: '甲' } } });
    expect(forged.statusCode).toBe(403);
  });
});

describe('people and mandates', () => {
  it('a granted mandate gives rights, an ended one takes them at the next request', async () => {
    const created = (await house.request(operator, { method: 'POST', url: '/api/v1/people', payload: { name: { zh: '李雷', en: 'Li Lei' } } })).json();
    const granted = await house.request(operator, { method: 'POST', url: `/api/v1/people/${created.id}/mandates`, payload: { role: 'nationalOfficer', scopeKind: 'space' } });
    expect(granted.statusCode).toBe(201);
    const invited = (await house.request(operator, { method: 'POST', url: `/api/v1/people/${created.id}/invitations` })).json();
    const accepted = await house.request(null, { method: 'POST', url: '/api/v1/invitations/accept', payload: { token: invited.token, login: 'lilei', password: testPassword } });
    expect(accepted.statusCode).toBe(201);
    const cookie = await house.signIn('lilei');
    expect((await house.request(cookie, { method: 'GET', url: '/api/v1/people' })).statusCode).toBe(200);
    const ended = await house.request(operator, { method: 'DELETE', url: `/api/v1/people/${created.id}/mandates/${granted.json().id}` });
    expect(ended.json().state).toBe('ended');
    expect((await house.request(cookie, { method: 'GET', url: '/api/v1/people' })).statusCode).toBe(403);
  });

  it('an invitation works once and not after its time', async () => {
    const person = (await house.request(operator, { method: 'POST', url: '/api/v1/people', payload: { name: { en: 'Han' } } })).json();
    const { token } = (await house.request(operator, { method: 'POST', url: `/api/v1/people/${person.id}/invitations` })).json();
    const accept = (login: string) => house.request(null, { method: 'POST', url: '/api/v1/invitations/accept', payload: { token, login, password: testPassword } });
    house.clock.set('2026-11-30T08:00:01.000Z');
    expect((await accept('han')).statusCode).toBe(410);
    house.clock.set('2026-11-22T08:00:00.000Z');
    expect((await accept('han')).statusCode).toBe(201);
    expect((await accept('han2')).statusCode).toBe(410);
  });

  it('refuses a role with the wrong kind of scope and an unknown scope', async () => {
    const person = (await house.request(operator, { method: 'POST', url: '/api/v1/people', payload: { name: { en: 'Mei' } } })).json();
    const grant = (payload: object) => house.request(operator, { method: 'POST', url: `/api/v1/people/${person.id}/mandates`, payload });
    expect((await grant({ role: 'operator', scopeKind: 'cluster', scopeId: person.id })).json().reason).toBe('scopeNotForRole');
    expect((await grant({ role: 'clusterStaff', scopeKind: 'cluster', scopeId: person.id })).json().reason).toBe('scopeUnknown');
    expect((await grant({ role: 'reader', scopeKind: 'space', scopeId: person.id })).statusCode).toBe(400);
  });

  it('keeps the last operator', async () => {
    const other = await house.newSpace();
    await house.addUser(other, 'only', operatorMandate);
    const cookie = await house.signIn('only');
    const [person] = (await house.request(cookie, { method: 'GET', url: '/api/v1/people' })).json().items;
    const refused = await house.request(cookie, { method: 'DELETE', url: `/api/v1/people/${person.id}/mandates/${person.mandates[0].id}` });
    expect(refused.json().reason).toBe('lastOperator');
  });

  it('nobody overwrites a change unseen', async () => {
    const person = (await house.request(operator, { method: 'POST', url: '/api/v1/people', payload: { name: { en: 'Ann' } } })).json();
    const patch = (headers: Record<string, string>) => house.request(operator, { method: 'PATCH', url: `/api/v1/people/${person.id}`, headers, payload: { email: 'ann@example.org' } });
    expect((await patch({})).statusCode).toBe(428);
    expect((await patch({ 'if-match': '"v1"' })).headers['etag']).toBe('"v2"');
    expect((await patch({ 'if-match': '"v1"' })).statusCode).toBe(412);
  });

  it('the same key gives the first answer again, another body is refused', async () => {
    const post = (name: string) => house.request(operator, { method: 'POST', url: '/api/v1/people', headers: { 'idempotency-key': 'k-1' }, payload: { name: { en: name } } });
    const [first, second, other] = [await post('Kay'), await post('Kay'), await post('Jay')];
    expect(second.json().id).toBe(first.json().id);
    expect(other.statusCode).toBe(409);
  });
});

describe('spaces', () => {
  it('another space sees nothing of this one', async () => {
    const other = await house.newSpace();
    await house.addUser(other, 'neighbour', operatorMandate);
    const cookie = await house.signIn('neighbour');
    const [mine] = (await house.request(operator, { method: 'GET', url: '/api/v1/people' })).json().items;
    expect((await house.request(cookie, { method: 'GET', url: `/api/v1/people/${mine.id}` })).statusCode).toBe(404);
    expect((await house.request(cookie, { method: 'GET', url: '/api/v1/people' })).json().total).toBe(1);
  });
});

describe('audit', () => {
  const verify = () => house.product.asSystem(spaceId, (context) => verifyAudit(context.db, spaceId));
  /** Somebody with the owner's password changes the table behind the product's back. */
  const tamper = async (statement: string) => {
    const client = await house.product.database.ownerPool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.space_id', $1, true)`, [spaceId]);
      const { rowCount } = await client.query(statement);
      expect(rowCount).toBe(1);
      await client.query('commit');
    } finally {
      client.release();
    }
  };

  it('is whole as long as nobody touches it', async () => {
    expect(await verify()).toMatchObject({ intact: true, brokenAt: null });
  });

  it('names the entry that was changed, and is whole again when it is put back', async () => {
    await tamper(`update audit_entry set event = event || 'x' where seq = 3`);
    expect(await verify()).toMatchObject({ intact: false, brokenAt: { seq: '3', reason: 'changed' } });
    await tamper(`update audit_entry set event = rtrim(event, 'x') where seq = 3`);
    expect(await verify()).toMatchObject({ intact: true });
  });

  it('notices that the newest entry was cut off', async () => {
    await tamper(`delete from audit_entry where seq = (select max(seq) from audit_entry where space_id = current_space())`);
    expect(await verify()).toMatchObject({ intact: false, brokenAt: { reason: 'headDiffers' } });
  });

  it('notices a missing entry', async () => {
    await tamper(`delete from audit_entry where seq = 2`);
    expect(await verify()).toMatchObject({ intact: false, brokenAt: { seq: '3', reason: 'missing' } });
  });

  it('cannot be changed by the role that serves requests', async () => {
    await expect(house.product.database.appPool.query('update audit_entry set event = event')).rejects.toThrow(/permission denied/);
  });
});
