import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { LightMyRequestResponse } from 'fastify';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let [spaceId, organisation] = ['', ''];
const cookies: Record<string, string> = {};
const whole = { scopeKind: 'space' as const, scopeId: null };
const comments = (): string => `/records/organisation/${organisation}/comments`;
const send = (who: string, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object, version?: number): Promise<LightMyRequestResponse> =>
  house.request(cookies[who] ?? null, { method, url: `/api/v1${path}`, ...(payload ? { payload } : {}), headers: version ? { 'if-match': `"v${version}"` } : {} });
const people = async (words = ''): Promise<{ id: string; name: { zh: string } }[]> => (await send('op', 'GET', `/records/organisation/${organisation}/mentionable?q=${encodeURIComponent(words)}`)).json().items;
const idOf = async (login: string): Promise<string> => (await people(login)).find((person) => person.name.zh === login)?.id ?? '';
const outbox = async (kind: string): Promise<{ address: { people: string[] }; group_key: string | null; href: string }[]> =>
  house.product.asSystem(spaceId, async ({ db }) => (await sql<{ address: { people: string[] }; group_key: string | null; href: string }>`select address, group_key, href from notice_outbox where kind = ${kind} order by posted_at, id`.execute(db)).rows);

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', { role: 'operator', ...whole });
  cookies['op'] = await house.signIn('op');
  organisation = (await send('op', 'POST', '/organisations', { name: { zh: '单位' }, type: 'enterprise', visibility: 'internal', territoryId: 'cn:440300' })).json().id;
  await house.addUser(spaceId, 'officer', { role: 'nationalOfficer', ...whole });
  await house.addUser(spaceId, 'firm', { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: organisation, organisationId: organisation });
  await house.addUser(spaceId, 'outsider', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:110000' });
  for (const login of ['officer', 'firm', 'outsider']) cookies[login] = await house.signIn(login);
}, 60_000);

describe('comments', () => {
  it('offer only people who may read the record, and call nobody else', async () => {
    expect((await people()).map((person) => person.name.zh).sort()).toEqual(['firm', 'officer']);
    const everybody = (await send('op', 'GET', '/people')).json().items as { id: string; login: string }[];
    const outsider = everybody.find((person) => person.login === 'outsider')?.id ?? '';
    expect((await send('op', 'POST', comments(), { body: '@outsider', mentions: [outsider] })).json().reason).toBe('mentionMayNotRead');
    expect((await send('outsider', 'GET', comments())).statusCode).toBe(404);
    expect((await send('outsider', 'POST', comments(), { body: 'x' })).statusCode).toBe(404);
  });

  it('are answered one level deep, edited and removed by their author, and settled', async () => {
    const firm = await idOf('firm');
    const first = (await send('officer', 'POST', comments(), { body: 'line 1\nline 2 <b>@firm</b>', mentions: [firm] })).json();
    expect(first).toMatchObject({ body: 'line 1\nline 2 <b>@firm</b>', mentions: [{ id: firm }], author: { name: { zh: 'officer' } } });
    const answer = (await send('firm', 'POST', comments(), { body: 'yes', replyTo: first.id })).json();
    const second = (await send('op', 'POST', comments(), { body: 'and', replyTo: answer.id })).json();
    expect([answer.replyTo, second.replyTo]).toEqual([first.id, first.id]);
    expect((await send('firm', 'PATCH', `${comments()}/${first.id}`, { body: 'mine' }, 1)).json().reason).toBe('notOwnComment');
    expect((await send('firm', 'PATCH', `${comments()}/${answer.id}`, { body: 'yes, soon' }, 1)).json()).toMatchObject({ body: 'yes, soon', version: 2 });
    expect((await send('firm', 'PATCH', `${comments()}/${answer.id}`, { body: 'late' }, 1)).statusCode).toBe(412);
    expect((await send('op', 'DELETE', `${comments()}/${answer.id}`)).json().reason).toBe('reasonMissing');
    expect((await send('officer', 'DELETE', `${comments()}/${answer.id}`)).json().reason).toBe('notOwnComment');
    expect((await send('op', 'DELETE', `${comments()}/${answer.id}?reason=spam`)).json()).toMatchObject({ body: null, removalReason: 'spam' });
    expect((await send('officer', 'PUT', `${comments()}/${first.id}/resolution`, { resolved: true })).json().resolvedBy.name.zh).toBe('officer');
    expect((await send('op', 'GET', `${comments()}?open=true`)).json().items).toEqual([]);
    const [thread] = (await send('firm', 'GET', comments())).json().items;
    expect([thread.body, thread.replies.map((reply: { body: string }) => reply.body)]).toEqual([first.body, ['and']]);
    await send('officer', 'DELETE', `${comments()}/${first.id}`);
    expect((await send('firm', 'GET', comments())).json().items[0]).toMatchObject({ body: null, replies: [{ body: 'and' }] });
    const kept = await house.product.asSystem(spaceId, async ({ db }) => (await sql`select body from comment where id = ${first.id}::uuid`.execute(db)).rows);
    expect(kept).toEqual([{ body: '' }]);
  });

  it('tell those who were called and those who took part', async () => {
    const [firm, officer] = [await idOf('firm'), await idOf('officer')];
    const mentioned = await outbox('record.mentioned');
    expect(mentioned.map((notice) => notice.address.people)).toEqual([[firm]]);
    expect(mentioned[0]?.href).toMatch(new RegExp(`^/organisations/${organisation}\\?tab=comments#comment-`));
    const commented = await outbox('record.commented');
    expect(commented.map((notice) => notice.address.people.toSorted())).toEqual([[officer], [firm, officer].toSorted()]);
    expect(new Set(commented.map((notice) => notice.group_key)).size).toBe(1);
  });

  it('hang on their record alone', async () => {
    const { id } = (await send('op', 'POST', comments(), { body: 'here' })).json();
    const other = (await send('op', 'POST', '/organisations', { name: { zh: '另一单位' }, type: 'enterprise' })).json().id;
    const elsewhere = `/records/organisation/${other}/comments`;
    expect((await send('op', 'PATCH', `${elsewhere}/${id}`, { body: 'x' }, 1)).statusCode).toBe(404);
    expect((await send('op', 'DELETE', `${elsewhere}/${id}`)).statusCode).toBe(404);
    expect((await send('op', 'POST', elsewhere, { body: 'x', replyTo: id })).json().reason).toBe('commentUnknown');
  });
});

describe('saved views', () => {
  const view = { page: '/organisations', query: 'type=enterprise&sort=-updatedAt', name: 'Firms' };

  it('go round: saved, found, made default, shared, renamed, removed', async () => {
    const made = (await send('officer', 'POST', '/saved-views', view)).json();
    expect(made).toMatchObject({ ...view, shared: false, isOwn: true, isDefault: false });
    expect((await send('officer', 'POST', '/saved-views', view)).json().reason).toBe('viewNameTaken');
    const url = `/saved-views/${made.id}`;
    const list = async (who: string): Promise<{ name: string; isOwn: boolean; isDefault: boolean }[]> => (await send(who, 'GET', '/saved-views?page=/organisations')).json().items;
    expect(await list('firm')).toEqual([]);
    expect((await send('firm', 'PATCH', url, { name: 'x' }, 1)).statusCode).toBe(404);
    expect((await send('officer', 'PUT', `${url}/choice`, { isDefault: true, isPinned: true })).json()).toMatchObject({ isDefault: true, isPinned: true });
    expect((await send('officer', 'PATCH', url, { shared: true, name: 'All firms' }, 1)).json()).toMatchObject({ name: 'All firms', shared: true, version: 2 });
    expect(await list('firm')).toMatchObject([{ name: 'All firms', isOwn: false, isDefault: false }]);
    expect((await send('firm', 'PATCH', url, { name: 'x' }, 2)).json().reason).toBe('notOwnView');
    expect((await send('firm', 'DELETE', url)).json().reason).toBe('notOwnView');
    await send('firm', 'PUT', `${url}/choice`, { isDefault: true, isPinned: false });
    const found = (await send('firm', 'GET', '/search?q=all%20firms')).json().groups.find((group: { kind: string }) => group.kind === 'savedView');
    expect(found.hits[0]).toMatchObject({ href: `/organisations?${view.query}` });
    await send('officer', 'PATCH', url, { shared: false }, 2);
    expect(await list('firm')).toEqual([]);
    expect((await list('officer'))[0]).toMatchObject({ isDefault: true });
    expect((await send('officer', 'DELETE', url)).statusCode).toBe(204);
    expect(await list('officer')).toEqual([]);
  });

  it('refuse an address that leads elsewhere', async () => {
    for (const page of ['https://example.org/', 'javascript:alert(1)', 'organisations', '//example.org']) expect((await send('op', 'POST', '/saved-views', { ...view, page })).statusCode).toBe(400);
    expect((await send('op', 'POST', '/saved-views', { ...view, query: 'a=<script>' })).statusCode).toBe(400);
  });

  it('pass to a successor when somebody leaves', async () => {
    const [officer, firm] = [await idOf('officer'), await idOf('firm')];
    await send('officer', 'POST', '/saved-views', view);
    await send('firm', 'POST', '/saved-views', view);
    const holding = house.product.house.contributions.holdings.find((each) => each.kind === 'savedView');
    const items = await house.product.asSystem(spaceId, async (context) => {
      const held = (await holding?.list(context, [officer])) ?? [];
      await holding?.pass(context, held.map((item) => item.id), firm);
      return held;
    });
    expect(items).toMatchObject([{ personId: officer, name: { zh: 'Firms' }, passes: true }]);
    expect((await send('firm', 'GET', '/saved-views')).json().items.map((each: { name: string }) => each.name.slice(0, 5))).toEqual(['Firms', 'Firms']);
    expect((await send('officer', 'GET', '/saved-views')).json().items).toEqual([]);
  });
});
