import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { inSpace } from '#platform/db/in-space.ts';
import { freshDatabase, type TestDatabase } from '#platform/testing/test-database.ts';
import { anonymous, type Actor } from './actor.ts';
import { makeCallers, type CallerParts, type Callers } from './callers.ts';
import type { Credential } from './credential.ts';

const credential: Credential = { kind: 'session', token: 'token' };
let database: TestDatabase;
let first: string;
let second: string;

beforeAll(async () => {
  database = await freshDatabase();
  first = await database.createSpace();
  second = await database.createSpace();
});

/** Callers whose only credential belongs to the space that `lives` names at the time; and how many transactions they took. */
function calling(lives: { spaceId: string | null; seen?: () => void }): Callers & { transactions: () => number } {
  let count = 0;
  const run: CallerParts['inSpace'] = (spaceId, work, options) => {
    count += 1;
    return inSpace(database.app, spaceId, work, options);
  };
  const callers = makeCallers({
    clock: { now: () => new Date('2026-11-22T08:00:00Z') },
    subjects: {},
    inSpace: run,
    find: async (_db, _credential, _now, enter) => {
      const { spaceId } = lives;
      if (spaceId) await enter(spaceId);
      const actor: Actor = spaceId ? { ...anonymous, accountId: 'account', spaceId } : anonymous;
      return { actor, seen: lives.seen ? async () => lives.seen?.() : null };
    },
  });
  return { ...callers, transactions: () => count };
}

const standing = { ahead: async () => null, act: async (db: Parameters<Parameters<CallerParts['inSpace']>[1]>[0], actor: Actor) => [actor.spaceId, (await sql<{ space: string | null }>`select current_space() as space`.execute(db)).rows[0]?.space] };

test('a caller who is known acts in the transaction that found them', async () => {
  const callers = calling({ spaceId: first });
  expect(await callers.asCaller(credential, standing)).toEqual([first, first]);
  const before = callers.transactions();
  expect(await callers.asCaller(credential, standing)).toEqual([first, first]);
  expect(callers.transactions() - before).toBe(1);
});

test('who moved to another space acts there, and what was asked ahead is asked again there', async () => {
  const lives = { spaceId: first };
  const callers = calling(lives);
  await callers.resolveActor(credential);
  lives.spaceId = second;
  const ahead = async (db: Parameters<typeof standing.act>[0]) => (await sql<{ space: string }>`select current_space() as space`.execute(db)).rows[0]?.space;
  expect(await callers.asCaller(credential, { ahead, act: async (_db, actor, asked) => [actor.spaceId, asked] })).toEqual([second, second]);
});

test('whose session has ended acts as nobody, in no space', async () => {
  const lives: { spaceId: string | null } = { spaceId: first };
  const callers = calling(lives);
  await callers.resolveActor(credential);
  lives.spaceId = null;
  expect(await callers.asCaller(credential, standing)).toEqual([null, null]);
});

test('a use that is due is noted even if the deed is refused', async () => {
  let noted = 0;
  const callers = calling({ spaceId: first, seen: () => (noted += 1) });
  await callers.resolveActor(credential);
  const refused = callers.asCaller(credential, { ...standing, act: async () => { throw new Error('refused'); } });
  await expect(refused).rejects.toThrow('refused');
  expect(noted).toBe(2);
});
