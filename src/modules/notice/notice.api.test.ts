import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeHttp, fakeMail, type FakeHttp, type FakeMail } from '../../../test/channels/fake-servers.ts';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';
import type { Notice } from '#platform/notice/notice.ts';
import type { Context } from '#platform/module/module.ts';
import { adapters } from './channels/adapters.ts';
import type { Adapters, ChannelAdapter } from './channels/channel.ts';
import { runRelay, sendDeliveries, settleNotices } from './index.ts';
import type { Channel, Delivery, NoticeView } from './notice.schema.ts';

/** Stands in names of records; nothing that leaves may hold it. */
const canary = 'CanaryOfSecrets';
const whole = { scopeKind: 'space' as const, scopeId: null };

let house: TestProduct;
let spaceId: string;
let operator: string;
let reader: string;
let mail: FakeMail;
let robot: FakeHttp;
const people: Record<string, string> = {};

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', { role: 'operator', ...whole });
  await house.addUser(spaceId, 'reader', { role: 'reader', ...whole });
  [operator, reader] = [await house.signIn('op'), await house.signIn('reader')];
  for (const person of (await call(operator, 'GET', '/people')).items as { id: string; login: string; version: number }[]) {
    people[person.login] = person.id;
    const patch = { email: `${person.login}@example.org`, language: person.login === 'op' ? 'en' : 'zh-CN' };
    await house.request(operator, { method: 'PATCH', url: `/api/v1/people/${person.id}`, headers: { 'if-match': `"v${person.version}"` }, payload: patch });
  }
  [mail, robot] = [await fakeMail('pw'), await fakeHttp({ errcode: 0, code: 0 })];
});
afterAll(async () => {
  await Promise.all([mail.close(), robot.close()]);
});

async function call(cookie: string | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, version?: number) {
  const response = await house.request(cookie, { method, url: `/api/v1${path}`, ...(payload ? { payload } : {}), headers: version === undefined ? {} : { 'if-match': `"v${version}"` } });
  return { status: response.statusCode, ...(response.body ? (response.json() as Record<string, unknown>) : {}) } as Record<string, unknown> & { status: number; items: unknown[] };
}

const asSystem = <Value>(work: (context: Context) => Promise<Value>): Promise<Value> => house.product.asSystem(spaceId, work);
const rows = <Row>(text: string): Promise<Row[]> => asSystem(async (context) => (await sql<Row>`${sql.raw(text)}`.execute(context.db)).rows);
const port = { asSystem, signal: new AbortController().signal };
const relay = (): Promise<void> => runRelay(asSystem);
const send = (over: Adapters = adapters): Promise<void> => sendDeliveries(port, over);
/** Another day: sessions of the day before are over. */
async function clockAt(iso: string): Promise<void> {
  house.clock.set(new Date(iso).toISOString());
  [operator, reader] = [await house.signIn('op'), await house.signIn('reader')];
}

let serial = 0;
/** As a room would, in the transaction of its event. */
async function tell(notice: Partial<Notice> = {}): Promise<string> {
  serial += 1;
  const id = `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
  await asSystem(async (context) => context.notify({ kind: 'registry.memberAdded', subject: { kind: 'matter', id }, href: `/clusters/${id}`, to: { people: [people['reader'] ?? ''] }, name: { zh: canary, en: canary }, ...notice }));
  return id;
}
const listOf = async (cookie: string, query = ''): Promise<NoticeView[]> => (await call(cookie, 'GET', `/notices${query}`)).items as NoticeView[];
const forget = (): Promise<unknown> => rows('update notice set seen_at = coalesce(seen_at, now()), done_at = coalesce(done_at, now()), daily = false').then(() => rows(`update notice_delivery set state = 'dropped' where state in ('waiting', 'sending')`)).then(() => rows('update notice_channel set failures = 0, resting_until = null'));
const mailChannel = () => ({ kind: 'mail', name: { en: 'Mail' }, settings: { host: '127.0.0.1', port: mail.port, security: 'none', from: 'loom@example.org', user: 'loom' }, secrets: { password: 'pw' } });
const addChannel = async (channel: object): Promise<Channel> => (await call(operator, 'POST', '/notice-channels', channel)) as unknown as Channel;
const deliveries = async (query = ''): Promise<Delivery[]> => (await call(operator, 'GET', `/notice-deliveries${query}`)).items as Delivery[];
/** Subject and body of a mail as people read them. */
function readable(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const quoted = (text: string): string => Buffer.from(text.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8');
  const subject = head.replaceAll(/\?=\r\n\s+=\?UTF-8\?[QB]\?/gi, '').replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_all, how: string, text: string) => (how.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : quoted(text.replaceAll('_', ' '))));
  const text = body.join('\r\n\r\n');
  return `${subject}\n${/transfer-encoding: base64/i.test(head) ? Buffer.from(text, 'base64').toString('utf8') : quoted(text)}`;
}

describe('inside the product', () => {
  it('tells each person once, whatever is worked off twice, and merges unread lines of one key', async () => {
    await tell();
    await Promise.all([relay(), relay()]);
    await relay();
    expect(await listOf(reader)).toHaveLength(1);
    for (let turn = 0; turn < 3; turn += 1) await tell({ groupKey: 'comments of x' });
    await relay();
    expect((await listOf(reader)).map((notice) => notice.merged)).toEqual([3, 1]);
    expect(await call(reader, 'GET', '/notices/count')).toMatchObject({ unseen: 2 });
  });

  it('shows nobody the notices of somebody else', async () => {
    const [mine] = await listOf(reader);
    expect(await listOf(operator)).toEqual([]);
    expect((await call(operator, 'GET', `/notices/${mine?.id}`)).status).toBe(404);
    expect((await call(operator, 'PUT', `/notices/${mine?.id}/seen`)).status).toBe(404);
    expect((await call(null, 'GET', '/notices')).status).toBe(401);
    for (const path of ['/notice-channels', '/notice-deliveries', '/notice-policy']) expect((await call(reader, 'GET', path)).status).toBe(403);
  });

  it('is seen when opened, and all up to an instant at once', async () => {
    const [first] = await listOf(reader);
    expect((await call(reader, 'PUT', `/notices/${first?.id}/seen`))['seenAt']).not.toBeNull();
    expect(await listOf(reader, '?state=unseen')).toHaveLength(1);
    expect(await call(reader, 'POST', '/notices/seen', { until: house.clock.now().toISOString() })).toMatchObject({ unseen: 0 });
  });

  it('addresses holders of a permission, not the one whose doing it is', async () => {
    const facts = { visibility: 'internal' as const, territories: [], clusters: [], organisations: [] };
    await tell({ to: { permission: 'channel.update', facts } });
    await relay();
    expect(await listOf(operator)).toHaveLength(1);
    expect(await listOf(reader, '?state=unseen')).toEqual([]);
  });

  it('is done when the thing is done, also while it is still on its way, and waits on the home page until then', async () => {
    const due = '2026-11-30T08:00:00.000Z';
    const [told, onTheWay] = [await tell({ due }), ''];
    await relay();
    const waiting = async () => ((await call(reader, 'GET', '/waiting')).items as { key: string; due: string | null }[]).filter((item) => item.key.startsWith('notice.'));
    expect(await waiting()).toMatchObject([{ due }]);
    const late = await tell({ due });
    for (const id of [told, late, onTheWay]) await asSystem((context) => settleNotices(context, { kind: 'matter', id }, ['registry.memberAdded']));
    await relay();
    expect(await waiting()).toEqual([]);
    expect((await listOf(reader, '?state=done')).map((notice) => notice.subjectId)).toEqual([told]);
  });

  it('loses the name with the right to read its record', async () => {
    const { id } = (await call(operator, 'POST', '/people', { name: { en: canary } })) as unknown as { id: string };
    await tell({ subject: { kind: 'person', id }, to: { people: [people['reader'] ?? '', people['op'] ?? ''] } });
    await relay();
    expect((await listOf(reader, '?state=unseen')).map((notice) => notice.name)).toEqual([null]);
    expect((await listOf(operator, '?state=unseen'))[0]?.name).toEqual({ zh: canary, en: canary });
    await forget();
  });
});

describe('posts and deputies', () => {
  it('a notice to a post goes to whoever holds it at that moment, and a duty also to whoever stands in', async () => {
    await forget();
    const post = '00000000-0000-7000-8000-00000000b057';
    const hold = (id: string, login: string, from: string, until: string | null) =>
      rows(`insert into post_holding (space_id, id, post_id, person_id, valid_from, valid_until, named_at) values (current_space(), '${id}', '${post}', '${people[login]}', '${from}', ${until ? `'${until}'` : 'null'}, now())`);
    await rows(`insert into post (space_id, id, name, valid_from, created_at, updated_at) values (current_space(), '${post}', '{"en":"Sample post"}', '2026-01-01Z', now(), now())`);
    await hold('00000000-0000-7000-8000-00000000b001', 'op', '2026-01-01Z', '2026-11-20Z');
    await hold('00000000-0000-7000-8000-00000000b002', 'reader', '2026-11-20Z', null);
    await rows(`insert into deputy (space_id, id, holder_id, deputy_id, kinds, valid_from, valid_until, named_by, named_at)
      values (current_space(), '00000000-0000-7000-8000-00000000b003', '${people['reader']}', '${people['op']}', '{read}', '2026-11-01Z', '2026-11-30Z', '${people['reader']}', now())`);
    await tell({ to: { post } });
    await tell({ to: { post }, kind: 'identity.approvalRequested' });
    await relay();
    expect((await listOf(reader, '?state=unseen')).map((notice) => notice.kind)).toEqual(['identity.approvalRequested', 'registry.memberAdded']);
    expect((await listOf(operator, '?state=unseen')).map((notice) => [notice.kind, notice.params])).toEqual([['identity.approvalRequested', { inPlaceOf: 'reader' }]]);
    await rows('delete from deputy');
    await forget();
  });
});

describe('a notice that can not be passed on', () => {
  it('stays, is reported, and takes no other with it', async () => {
    await forget();
    await tell();
    await rows(`update notice_outbox set address = '{"people": null}' where worked_off_at is null`);
    await tell();
    await expect(relay()).rejects.toThrow('1 notices could not be passed on');
    expect(await listOf(reader, '?state=unseen')).toHaveLength(1);
    await rows(`delete from notice_outbox where worked_off_at is null`);
    await relay();
    await forget();
  });
});

describe('choices', () => {
  it('mute a kind, but neither a duty nor a deadline', async () => {
    const before = await call(reader, 'GET', '/notice-choice');
    expect(before['locked']).toContain('identity.approvalRequested');
    const saved = await call(reader, 'PUT', '/notice-choice', { choices: { registry: 'none' } }, before['version'] as number);
    expect(saved).toMatchObject({ status: 200, choices: { registry: 'none' } });
    expect((await call(reader, 'PUT', '/notice-choice', { choices: {} }, before['version'] as number)).status).toBe(412);
    expect((await call(reader, 'PUT', '/notice-choice', { choices: { nothing: 'none' } }, saved['version'] as number)).status).toBe(422);
    expect((await call(reader, 'PUT', '/notice-choice', { quietFrom: '22:00' }, saved['version'] as number)).status).toBe(400);
    await tell();
    await tell({ due: '2026-11-29T00:00:00.000Z' });
    await tell({ kind: 'identity.approvalRequested' });
    await relay();
    expect((await listOf(reader, '?state=unseen')).map((notice) => [notice.kind, notice.dueAt !== null])).toEqual([['identity.approvalRequested', false], ['registry.memberAdded', true]]);
    await call(reader, 'PUT', '/notice-choice', { choices: {} }, saved['version'] as number);
    await rows('update notice set done_at = now() where done_at is null');
  });
});

describe('channels', () => {
  let mailId: string;
  it('keep their secrets to themselves and refuse what is not complete', async () => {
    expect((await addChannel({ kind: 'webhook', name: { en: 'Hook' }, settings: { url: robot.url } })) as unknown).toMatchObject({ status: 422, reason: 'secretMissing' });
    const made = await addChannel(mailChannel());
    mailId = made.id;
    expect(made).toMatchObject({ secretNames: ['password'], state: 'active' });
    const changed = await call(operator, 'PUT', `/notice-channels/${made.id}`, { ...mailChannel(), secrets: {} }, made.version);
    expect(changed).toMatchObject({ status: 200, secretNames: ['password'] });
    const everything = JSON.stringify([made, changed, await call(operator, 'GET', '/notice-channels'), await call(operator, 'GET', '/audit')]);
    expect(everything).not.toContain('"pw"');
    expect(JSON.stringify(await rows('select * from notice_channel'))).not.toContain('"pw"');
  });

  it('send a test message the same way as every other', async () => {
    expect((await call(operator, 'POST', `/notice-channels/${mailId}/test`)).status).toBe(202);
    await house.product.runDueJobs();
    expect(mail.taken.at(-1)?.to).toEqual(['op@example.org']);
    expect(readable(mail.taken.at(-1)?.raw ?? '')).toContain('This is a test message from Clusterloom');
  });

  it('say how many and where in the language of the reader, and never what about', async () => {
    const channel = await addChannel({ kind: 'wecom', name: { zh: '群' }, settings: { url: robot.url }, secrets: { key: 'k' }, groups: ['registry'] });
    robot.taken.length = mail.taken.length = 0;
    await tell({ to: { people: [people['reader'] ?? '', people['op'] ?? ''] }, due: '2026-11-29T00:00:00.000Z' });
    await house.product.runDueJobs();
    const texts = mail.taken.map(({ raw }) => readable(raw));
    expect(mail.taken.flatMap(({ to }) => to).toSorted()).toEqual(['op@example.org', 'reader@example.org']);
    expect(texts.some((text) => text.includes('您有 1 项待办'))).toBe(true);
    expect(texts.some((text) => text.includes('1 item waits for you in Clusterloom'))).toBe(true);
    expect(texts.every((text) => /https:\/\/clusterloom\.example\/go\/[0-9a-f-]{36}/.test(text))).toBe(true);
    expect(robot.taken).toHaveLength(1);
    expect([...texts, ...robot.taken.map(({ body, url }) => body + url)].join()).not.toContain(canary);
    expect(JSON.stringify(await call(operator, 'GET', '/notice-deliveries?limit=200'))).not.toContain(canary);
    await tell({ kind: 'intake.imported' });
    await house.product.runDueJobs();
    expect(robot.taken).toHaveLength(1);
    await call(operator, 'DELETE', `/notice-channels/${channel.id}`);
    await rows('update notice set done_at = now() where done_at is null');
  });

  it('a channel that leaks is found by its canary', async () => {
    const said: string[] = [];
    const keep: ChannelAdapter = { send: async (message) => void said.push(JSON.stringify(message)) };
    const gossip: ChannelAdapter = {
      send: async (message) => {
        const [about] = await rows<{ name: { en: string } }>(`select name from notice order by updated_at desc limit 1`);
        said.push(`${message.text}: ${about?.name.en}`);
      },
    };
    const leaks = async (mouth: ChannelAdapter): Promise<boolean> => {
      said.length = 0;
      await tell();
      await relay();
      await send({ ...adapters, mail: mouth });
      expect(said).toHaveLength(1);
      return said.join().includes(canary);
    };
    expect(await leaks(keep)).toBe(false);
    expect(await leaks(gossip)).toBe(true);
  });

  it('stopped between sending and noting it, send the same message once more', async () => {
    const ids: string[] = [];
    const listen: ChannelAdapter = { send: async (message) => void ids.push(message.id) };
    await forget();
    await tell();
    await tell();
    await relay();
    let calls = 0;
    const dying = { ...port, asSystem: <Value>(work: (context: Context) => Promise<Value>): Promise<Value> => ((calls += 1) > 2 ? Promise.reject(new Error('killed')) : asSystem(work)) };
    await expect(sendDeliveries(dying, { ...adapters, mail: listen })).rejects.toThrow('killed');
    await send({ ...adapters, mail: listen });
    // Held by the worker that is gone, for as long as it might have needed.
    expect(ids).toHaveLength(1);
    house.clock.set(new Date(house.clock.now().getTime() + 121_000).toISOString());
    await send({ ...adapters, mail: listen });
    await send({ ...adapters, mail: listen });
    expect(ids).toEqual([ids[0], ids[0]]);
    expect((await deliveries('?state=sent')).filter((line) => line.tries === 2)).toHaveLength(2);
  });

  it('wait for the morning, and then speak once for everything', async () => {
    await forget();
    mail.taken.length = 0;
    await clockAt('2026-11-23T23:30:00+08:00');
    for (let turn = 0; turn < 3; turn += 1) await tell();
    await relay();
    await send();
    expect(mail.taken).toEqual([]);
    await clockAt('2026-11-24T07:00:00+08:00');
    await send();
    expect(mail.taken.map(({ raw }) => readable(raw).includes('您有 3 项待办'))).toEqual([true]);
  });

  it('say nothing about what was seen or done before they came to it', async () => {
    await forget();
    mail.taken.length = 0;
    await tell();
    await relay();
    const [notice] = await listOf(reader, '?state=unseen');
    await call(reader, 'PUT', `/notices/${notice?.id}/seen`);
    await send();
    expect(mail.taken).toEqual([]);
    expect((await deliveries())[0]).toMatchObject({ state: 'dropped', reason: 'alreadySeen' });
  });
});

describe('the daily message', () => {
  it('merges what was kept for it and what is due, once a day at its time', async () => {
    await forget();
    await clockAt('2026-11-25T08:00:00+08:00');
    const before = await call(reader, 'GET', '/notice-choice');
    expect((await call(reader, 'PUT', '/notice-choice', { choices: { registry: 'daily' }, dailyAt: '10:00' }, before['version'] as number)).status).toBe(200);
    await tell();
    await tell();
    const due = await tell({ due: '2026-11-26T00:00:00.000Z' });
    await relay();
    await send();
    mail.taken.length = 0;
    await clockAt('2026-11-25T10:00:00+08:00');
    await relay();
    await relay();
    await send();
    expect(mail.taken.map(({ raw }) => /您有 3 项待办，其中 1 项有办理期限/.test(readable(raw)))).toEqual([true]);
    await tell();
    await clockAt('2026-11-25T18:00:00+08:00');
    await relay();
    await send();
    expect(mail.taken).toHaveLength(1);
    await clockAt('2026-11-26T10:00:00+08:00');
    await relay();
    await send();
    expect(mail.taken.slice(1).map(({ raw }) => readable(raw).includes('您有 2 项待办'))).toEqual([true]);
    await asSystem((context) => settleNotices(context, { kind: 'matter', id: due }, ['registry.memberAdded']));
  });
});

describe('escalation', () => {
  it('goes up once when the deadline is days past, and the person is told', async () => {
    await forget();
    await clockAt('2026-12-01T12:00:00+08:00');
    // Due on a Friday: the weekend does not count.
    await tell({ due: '2026-12-04T00:00:00.000Z' });
    await relay();
    await clockAt('2026-12-07T07:00:00+08:00');
    await relay();
    const kinds = async (cookie: string) => (await listOf(cookie, '?state=unseen')).map((notice) => notice.kind).filter((kind) => kind.startsWith('notice.'));
    expect(await kinds(operator)).toEqual([]);
    await clockAt('2026-12-08T09:00:00+08:00');
    await relay();
    await relay();
    expect([await kinds(operator), await kinds(reader)]).toEqual([['notice.escalated'], ['notice.escalatedOwn']]);
    expect((await listOf(operator, '?state=unseen'))[0]?.params).toMatchObject({ person: 'reader' });
  });
});

describe('a dead channel', () => {
  it('keeps nobody waiting, rests, and its messages end as failed with the reason or go out when tried again', async () => {
    await forget();
    mail.taken.length = 0;
    await clockAt('2026-12-10T09:00:00+08:00');
    const dead = await addChannel({ kind: 'webhook', name: { en: 'Dead' }, settings: { url: 'http://127.0.0.1:9/' }, secrets: { signingKey: 'k' } });
    await tell({ kind: 'identity.mandateGranted' });
    await relay();
    await send();
    expect(mail.taken).toHaveLength(1);
    expect((await deliveries(`?channelId=${dead.id}`))[0]).toMatchObject({ state: 'waiting', tries: 1, reason: 'unreachable' });
    for (let turn = 0; turn < 200 && (await deliveries(`?channelId=${dead.id}&state=failed`)).length === 0; turn += 1) {
      house.clock.set(new Date(house.clock.now().getTime() + 30 * 60_000).toISOString());
      if (turn % 20 === 0) operator = await house.signIn('op');
      await send();
    }
    const [failed] = await deliveries(`?channelId=${dead.id}`);
    expect(failed).toMatchObject({ state: 'failed', tries: 6, reason: 'unreachable' });
    const channel = ((await call(operator, 'GET', '/notice-channels')).items as Channel[]).find((one) => one.id === dead.id);
    expect(channel).toMatchObject({ failures: 6, lastReason: 'unreachable' });
    expect(channel?.restingUntil).not.toBeNull();
    await call(operator, 'PUT', `/notice-channels/${dead.id}`, { kind: 'webhook', name: { en: 'Alive' }, settings: { url: robot.url } }, channel?.version);
    expect((await call(operator, 'POST', `/notice-deliveries/${failed?.id}/retry`)).status).toBe(200);
    await send();
    expect((await deliveries(`?channelId=${dead.id}`))[0]).toMatchObject({ state: 'sent' });
    expect((await call(operator, 'POST', `/notice-deliveries/${failed?.id}/retry`)).status).toBe(409);
  });

  it('paused, it keeps its messages until it may go on', async () => {
    const [channel] = ((await call(operator, 'GET', '/notice-channels')).items as Channel[]).filter((one) => one.kind === 'webhook');
    await call(operator, 'PUT', `/notice-channels/${channel?.id}/state`, { state: 'paused' });
    expect((await call(operator, 'POST', `/notice-channels/${channel?.id}/test`)).status).toBe(409);
    const policy = await call(operator, 'GET', '/notice-policy');
    expect(await call(operator, 'PUT', '/notice-policy', { quietFrom: '20:00', quietUntil: '08:00', dailyAt: '08:30', escalateAfter: 0 }, policy['version'] as number)).toMatchObject({ status: 200, escalateAfter: 0 });
  });
});
