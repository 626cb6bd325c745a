import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionCookie } from '#platform/http/server.ts';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
const whole = { scopeKind: 'space' as const, scopeId: null };
await house.addUser(spaceId, 'op', { role: 'operator', ...whole });
await house.addUser(spaceId, 'city', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
await house.addUser(spaceId, 'elsewhere', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440300' });
let [operator, city, elsewhere] = [await house.signIn('op'), await house.signIn('city'), await house.signIn('elsewhere')];
/** Weeks pass here, and sessions end. */
beforeEach(async () => {
  [operator, city, elsewhere] = [await house.signIn('op'), await house.signIn('city'), await house.signIn('elsewhere')];
});

type Json = Record<string, unknown> & { id: string; version: number };
let caller = 0;
const call = async (cookie: string | null, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object | null, version?: number) => {
  caller += 1;
  return house.request(cookie, { method, url: `/api/v1${path}`, remoteAddress: `10.9.${caller >> 8}.${caller & 255}`, headers: version === undefined ? {} : { 'if-match': `"v${version}"` }, ...(payload ? { payload } : {}) });
};
const made = async (cookie: string, path: string, payload: object): Promise<Json> => {
  const response = await call(cookie, 'POST', path, payload);
  if (response.statusCode >= 300) throw new Error(`${path}: ${response.body}`);
  return response.json<Json>();
};

/** The gateway that text messages go through: everything it was given, by number. */
const sent: { phone: string; text: string }[] = [];
let gateway: Server;
const lastTo = async (phone: string): Promise<string> => {
  await house.product.runDueJobs();
  return sent.findLast((message) => message.phone === phone)?.text ?? '';
};
const linkTo = async (phone: string): Promise<string> => /\/r\/(\S+)$/.exec(await lastTo(phone))?.[1] ?? '';
const codeTo = async (phone: string): Promise<string> => /\d{6}/.exec(await lastTo(phone))?.[0] ?? '';
const wrong = (code: string): string => (code === '000000' ? '111111' : '000000');
const pass = (seconds: number) => house.clock.set(new Date(house.clock.now().getTime() + seconds * 1000).toISOString());

const firm = async (zh: string, territoryId = 'cn:440605'): Promise<string> => (await made(operator, '/organisations', { name: { zh }, type: 'enterprise', territoryId })).id;
const [firmA, firmB, firmC] = [await firm('样例甲厂'), await firm('样例乙厂'), await firm('样例丙厂')];
const far = await firm('样例远厂', 'cn:440300');
const contact = async (organisationId: string, phone: string, more: object = {}): Promise<Json> => made(city, '/reporter-contacts', { organisationId, name: '李敏', phone, ...more });
const invite = async (...contactIds: string[]): Promise<Json & { sheetId: string }> => (await made(city, '/reporter-links', { contactIds, via: 'channels' })) as Json & { sheetId: string };
const askCode = (token: string) => call(null, 'POST', '/reporter-visits/code', { token, way: 'sms' });
const confirm = (token: string, code: string) => call(null, 'POST', '/reporter-visits/confirm', { token, code });
const cookieOf = (response: { cookies: { name: string; value: string }[] }): string => `${sessionCookie}=${response.cookies.find(({ name }) => name === sessionCookie)?.value ?? ''}`;

beforeAll(async () => {
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      sent.push(JSON.parse(body));
      response.end('{}');
    });
  });
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', () => done()));
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`;
  await made(operator, '/notice-channels', { kind: 'sms', name: { zh: '短信' }, settings: { url, body: 'json', fields: { phone: '{{phone}}', text: '{{text}}' } } });
  const draft = await made(city, '/forms', { name: { zh: '月报' }, territoryId: 'cn:440600', legalBasis: 'voluntaryService', fields: [{ key: 'staff', label: { zh: '人数' }, type: 'number', unit: 'person' }] });
  await call(city, 'POST', `/forms/${draft.id}/publish`, null, draft.version);
  const campaign = await made(city, '/campaigns', { name: { zh: '样例月报' }, territoryId: 'cn:440600', formId: draft.id, period: '2026-10', levels: [{ rank: 'city' }], due: { date: '2026-12-15' }, audience: { organisationIds: [firmA, firmB, firmC] } });
  await call(city, 'POST', `/campaigns/${campaign.id}/open`, null, campaign.version);
});
afterAll(() => new Promise((done) => gateway.close(done)));

describe('a one-time link', () => {
  it('leads a clerk to the one form that waits, by a code, without a password', async () => {
    const { id } = await contact(firmA, '138 0000 0001');
    expect(await invite(id)).toMatchObject({ made: 1, sent: 1, unsent: 0 });
    const token = await linkTo('13800000001');
    const visit = (await call(null, 'POST', '/reporter-visits', { token })).json();
    expect(visit).toMatchObject({ organisation: { zh: '样例甲厂' }, personName: '李敏', reports: [{ name: { zh: '样例月报' }, period: '2026-10' }], ways: [{ way: 'sms', hint: '•••• 01' }] });
    expect(JSON.stringify(visit)).not.toContain('13800000001');
    expect((await askCode(token)).statusCode).toBe(200);
    const came = await confirm(token, await codeTo('13800000001'));
    expect(came.json().href).toMatch(/^\/reports\//);
    const clerk = cookieOf(came);
    const partyId = came.json().href.split('/').at(-1);
    const party = (await call(clerk, 'GET', `/parties/${partyId}`)).json<Json>();
    expect((await call(clerk, 'POST', `/parties/${partyId}/submit`, { entries: [{ field: 'staff', text: '214', explanation: '含#[劳务]派遣' }], isTruthAccepted: true }, party.version)).statusCode).toBe(200);
    const pdf = await call(clerk, 'GET', `/parties/${partyId}/receipt`);
    expect([pdf.headers['content-type'], pdf.body.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
    expect(pdf.rawPayload.length).toBeLessThan(200_000);
    const session = (await call(clerk, 'GET', '/session')).json();
    expect(session.mandates).toMatchObject([{ role: 'organisationRepresentative', scopeId: firmA }]);
    expect((await call(clerk, 'POST', '/session/password', { current: 'x', next: 'quite another one' })).json().reason).toBe('strongSignInRequired');
    expect((await call(city, 'GET', `/reporter-contacts/${id}`)).json()).toMatchObject({ state: 'confirmed', linkUntil: null });
    // Used once, and never again.
    expect((await confirm(token, '123456')).json().reason).toBe('linkDead');
    pass(9 * 3600);
    expect((await call(clerk, 'GET', '/my-reports')).statusCode).toBe(401);
  });

  it('answers every kind of dead link in the same words', async () => {
    const { id } = await contact(firmA, '13800000002');
    await invite(id);
    const token = await linkTo('13800000002');
    const otherSpace = await house.newSpace();
    const answers = await Promise.all([token.replace(spaceId, otherSpace), token.replace(spaceId, '00000000-0000-7000-8000-000000000000'), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, 'nothing like a link at all'].map((dead) => call(null, 'POST', '/reporter-visits', { token: dead })));
    expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.json().reason}`))).toEqual(new Set(['410 linkDead']));
    expect((await call(city, 'POST', `/reporter-contacts/${id}/revoke`)).json()).toMatchObject({ state: 'new', linkUntil: null });
    expect((await askCode(token)).json().reason).toBe('linkDead');
    city = await house.signIn('city');
    await invite(id);
    const next = await linkTo('13800000002');
    expect(next).not.toBe(token);
    pass(14 * 86_400 + 1);
    expect((await call(null, 'POST', '/reporter-visits', { token: next })).json().reason).toBe('linkDead');
  });

  it('keeps only hashes, and what waits to be sent sealed', async () => {
    const token = await linkTo('13800000002');
    const dump = await house.product.asSystem(spaceId, async (context) => JSON.stringify([(await sql`select * from reporter_link`.execute(context.db)).rows, (await sql`select * from notice_delivery`.execute(context.db)).rows]));
    expect(dump).not.toContain(token.split('.')[1]);
    expect(dump).not.toContain('13800000002');
  });
});

describe('a code', () => {
  it('counts wrong tries, ends after five, after ten minutes, and is not sent without end', async () => {
    const { id } = await contact(firmB, '13800000003');
    await invite(id);
    const token = await linkTo('13800000003');
    expect((await confirm(token, '123456')).json().reason).toBe('visitCodeWrong');
    await askCode(token);
    const first = await codeTo('13800000003');
    expect((await askCode(token)).json().reason).toBe('codeTooSoon');
    for (let at = 0; at < 5; at += 1) expect((await confirm(token, wrong(first))).json().reason).toBe('visitCodeWrong');
    expect((await confirm(token, first)).json().reason).toBe('visitCodeWrong');
    pass(61);
    await askCode(token);
    const late = await codeTo('13800000003');
    pass(601);
    expect((await confirm(token, late)).json().reason).toBe('visitCodeWrong');
    for (let at = 0; at < 3; at += 1) {
      expect((await askCode(token)).statusCode).toBe(200);
      pass(61);
    }
    expect((await askCode(token)).json().reason).toBe('codesUsedUp');
    expect((await call(null, 'POST', '/reporter-visits/code', { token, way: 'mail' })).json().reason).toBe('codesUsedUp');
  });
});

describe('people', () => {
  const enter = async (organisationId: string, phone: string): Promise<{ cookie: string; contactId: string; href: string }> => {
    const { id } = await contact(organisationId, phone);
    await invite(id);
    const token = await linkTo(phone);
    await askCode(token);
    const came = await confirm(token, await codeTo(phone));
    return { cookie: cookieOf(came), contactId: id, href: came.json().href };
  };

  it('an accountant is one person for many firms, two clerks of a firm are two', async () => {
    const first = await enter(firmB, '13800000010');
    const second = await enter(firmC, '13800000010');
    const mine = (await call(second.cookie, 'GET', '/my-reports')).json();
    expect(mine.items.map((report: { organisationId: string }) => report.organisationId).sort()).toEqual([firmB, firmC].sort());
    const colleague = await enter(firmB, '13800000011');
    expect((await call(colleague.cookie, 'GET', '/my-reports')).json().total).toBe(1);
    expect((await call(first.cookie, 'GET', '/my-reports')).json().total).toBe(2);
  });

  it('who leaves is out at once and names who comes next; a clerk does that for their own firm only', async () => {
    const leaving = await enter(firmC, '13800000020');
    const foreign = (await contact(firmA, '13800000021')).id;
    expect((await call(leaving.cookie, 'POST', `/reporter-contacts/${foreign}/hand-over`, {})).statusCode).toBe(404);
    const done = (await call(leaving.cookie, 'POST', `/reporter-contacts/${leaving.contactId}/hand-over`, { successor: { name: '王芳', phone: '13800000022' } })).json();
    expect(done).toMatchObject({ contact: { state: 'left' }, successor: { name: '王芳', state: 'invited' }, outcome: { sent: 1 } });
    expect((await call(leaving.cookie, 'GET', '/my-reports')).statusCode).toBe(403);
    expect(await linkTo('13800000022')).not.toBe('');
    expect((await call(city, 'POST', `/reporter-contacts/${leaving.contactId}/hand-over`, {})).json().reason).toBe('contactGone');
  });

  it('who is the wrong one says so; the office hears and the link is over', async () => {
    const { id } = await contact(firmA, '13800000030');
    await invite(id);
    const token = await linkTo('13800000030');
    expect((await call(null, 'POST', '/reporter-visits/decline', { token, why: 'notMyFirm' })).json()).toEqual({ told: true });
    expect((await call(city, 'GET', `/reporter-contacts/${id}`)).json()).toMatchObject({ state: 'wrongPerson', note: 'notMyFirm' });
    expect((await askCode(token)).json().reason).toBe('linkDead');
    await house.product.runDueJobs();
    const told = (await call(city, 'GET', '/notices')).json().items.filter((notice: { kind: string }) => notice.kind === 'intake.reporterWrong');
    expect(told).toMatchObject([{ name: { zh: '样例甲厂' } }]);
  });
});

describe('the office', () => {
  it('sees and invites the firms of its own place only', async () => {
    expect((await call(city, 'POST', '/reporter-contacts', { organisationId: far, name: '远', phone: '13800000040' })).statusCode).toBe(403);
    const there = await made(operator, '/reporter-contacts', { organisationId: far, name: '远', phone: '13800000040' });
    expect((await call(city, 'GET', `/reporter-contacts/${there.id}`)).statusCode).toBe(404);
    expect((await call(elsewhere, 'GET', '/reporter-contacts')).json().items).toMatchObject([{ id: there.id }]);
    expect((await call(city, 'POST', '/reporter-links', { contactIds: [there.id], via: 'letters' })).json().reason).toBe('nobodyToInvite');
    expect((await call(city, 'POST', '/reporter-contacts', { organisationId: firmA, name: '无', duty: '会计' })).statusCode).toBe(400);
    expect((await call(city, 'POST', '/reporter-contacts', { organisationId: firmA, name: '再', phone: '+86 138-0000-0021' })).json().reason).toBe('contactKnown');
  });

  it('prints a letter a firm, again and again while the link is good', async () => {
    const { id } = await contact(firmA, '13800000050');
    const sheet = (await made(city, '/reporter-links', { contactIds: [id], via: 'letters' })) as Json & { sheetId: string };
    expect(sheet).toMatchObject({ made: 1, sent: 0, unsent: 1 });
    const print = (cookie: string) => house.request(cookie, { method: 'GET', url: `/print/reporter-letters/${sheet.sheetId}` });
    const [page, again, foreign] = [await print(city), await print(city), await print(elsewhere)];
    const token = /https:\/\/clusterloom\.example\/r\/([\w.-]+)/.exec(page.body)?.[1] ?? '';
    expect(again.body).toContain(token);
    expect(foreign.body).not.toContain('/r/');
    expect((await call(null, 'POST', '/reporter-visits', { token })).json().organisation).toEqual({ zh: '样例甲厂' });
  });

  it('imports contacts in bulk and refuses what cannot be reached', async () => {
    const rows = ['单位名称,联系人,手机,邮箱', '样例甲厂,赵一,13900000001,', '样例乙厂,钱二,,qian@example.org', '样例丙厂,孙三,,', '没有的厂,周四,13900000004,', '样例远厂,吴五,13900000005,', '样例甲厂,赵一,13900000001,'].join('\n');
    const file = await house.request(city, { method: 'POST', url: '/api/v1/import-batches?fileName=contacts.csv&target=contact', headers: { 'content-type': 'text/csv' }, payload: rows });
    const batch = file.json<Json>();
    const mapped = (await call(city, 'PUT', `/import-batches/${batch.id}/mapping`, { mapping: ['organisationName', 'name', 'phone', 'mail'] }, batch.version)).json<Json>();
    expect(mapped).toMatchObject({ state: 'mapped' });
    const checked = (await call(city, 'POST', `/import-batches/${batch.id}/check`)).json<Json>();
    const verdicts = (await call(city, 'GET', `/import-batches/${batch.id}/rows`)).json().items.map((row: { group: string; reasons: { reason: string }[] }) => [row.group, ...row.reasons.map(({ reason }) => reason)].join(' '));
    expect(verdicts).toEqual(['newContact', 'newContact', 'rejected unreachable', 'rejected organisationUnknown', 'rejected organisationUnknown', 'known repeatedInFile']);
    expect((await call(city, 'POST', `/import-batches/${batch.id}/apply`, null, checked.version)).statusCode).toBe(200);
    expect((await call(city, 'GET', '/reporter-contacts?q=qian')).json().items).toMatchObject([{ name: '钱二', mail: 'qian@example.org', state: 'new' }]);
  });
});
