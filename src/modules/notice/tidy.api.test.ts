import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testProduct } from '../../../test/test-product.ts';
import { removeOldNotices } from './actions/tidy-notices.ts';

it('what is over goes when its time has passed, and what waits for somebody stays however old it is', async () => {
  const house = await testProduct();
  const spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', { role: 'operator', scopeKind: 'space', scopeId: null });
  await house.addUser(spaceId, 'reader', { role: 'reader', scopeKind: 'space', scopeId: null });
  const operator = await house.signIn('op');
  const { items } = (await house.request(operator, { method: 'GET', url: '/api/v1/people' })).json();
  const personId = items.find((person: { login: string }) => person.login === 'reader').id;
  const at = async <Value>(work: Parameters<typeof house.product.asSystem<Value>>[1]) => house.product.asSystem(spaceId, work);
  const tell = (id: string, due: string | null) => at(async (context) => context.notify({ kind: 'registry.memberAdded', subject: { kind: 'matter', id }, href: '/', to: { people: [personId] }, due }));
  await tell('read', null);
  await tell('unread', null);
  await tell('owed', '2026-12-01T00:00:00.000Z');
  await house.product.runDueJobs();
  await at((context) => sql`update notice set seen_at = now() where subject_id in ('read', 'owed')`.execute(context.db));
  const left = async () => (await at((context) => sql<{ id: string }>`select subject_id as id from notice order by 1`.execute(context.db))).rows.map((row) => row.id);
  await at(removeOldNotices);
  expect(await left()).toEqual(['owed', 'read', 'unread']);
  house.clock.set('2028-02-01T00:00:00.000Z');
  await at(removeOldNotices);
  expect(await left()).toEqual(['owed', 'unread']);
  const outbox = await at((context) => sql<{ n: number }>`select count(*)::int as n from notice_outbox`.execute(context.db));
  expect(outbox.rows[0]?.n).toBe(0);
});
