import { sql } from 'kysely';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#platform/testing/test-database.ts';
import { openKysely } from './connection.ts';
import { inSpace } from './in-space.ts';

let database: TestDatabase;
let first: string;
let second: string;

beforeAll(async () => {
  database = await freshDatabase();
  first = await database.createSpace();
  second = await database.createSpace();
  await database.ownerPool.query(`create table pebble (space_id uuid not null, id int not null, weight int not null, primary key (space_id, id))`);
  await database.ownerPool.query('alter table pebble enable row level security');
  await database.ownerPool.query('alter table pebble force row level security');
  await database.ownerPool.query('create policy pebble_space on pebble using (space_id = current_space()) with check (space_id = current_space())');
  for (const space of [first, second]) {
    await inSpace(database.app, space, async (transaction) => {
      await sql`insert into pebble values (${space}, 1, 10), (${space}, 2, 20)`.execute(transaction);
    });
  }
});

const count = async (space: string | null, pool: 'app' | 'owner' = 'app') =>
  await inSpace(database[pool], space, async (transaction) => {
    const result = await sql<{ n: string }>`select count(*) as n from pebble`.execute(transaction);
    return Number(result.rows[0]?.n);
  });

describe('inSpace', () => {
  test('shows the rows of one space only, to the app and to the owner', async () => {
    expect([await count(first), await count(second), await count(null), await count(first, 'owner')]).toEqual([2, 2, 0, 2]);
  });

  test('a connection that is used again forgets the space', async () => {
    await Promise.all(Array.from({ length: 20 }, () => count(first)));
    expect((await database.appPool.query('select 1 from pebble')).rowCount).toBe(0);
  });

  test('refuses rows for another space', async () => {
    const write = inSpace(database.app, first, async (transaction) => {
      await sql`insert into pebble values (${second}, 9, 9)`.execute(transaction);
    });
    await expect(write).rejects.toMatchObject({ code: '42501' });
  });

  test('refuses what is not a UUID before it reaches the database', async () => {
    await expect(count("x'; drop table pebble; --")).rejects.toThrow('UUID');
  });

  test('a reading transaction cannot write', async () => {
    const write = inSpace(database.app, first, (transaction) => sql`delete from pebble`.execute(transaction), { readOnly: true });
    await expect(write).rejects.toMatchObject({ code: '25006' });
  });

  test('runs the work again after a serialization failure, and no update is lost', async () => {
    let runs = 0;
    const add = () =>
      inSpace(
        database.app,
        first,
        async (transaction) => {
          runs += 1;
          const row = await sql<{ weight: number }>`select weight from pebble where space_id = ${first} and id = 1`.execute(transaction);
          await sql`update pebble set weight = ${(row.rows[0]?.weight ?? 0) + 1} where space_id = ${first} and id = 1`.execute(transaction);
        },
        { isolation: 'serializable' },
      );
    await Promise.all([add(), add(), add()]);
    const row = await inSpace(database.app, first, (transaction) => sql<{ weight: number }>`select weight from pebble where id = 1`.execute(transaction));
    expect(row.rows[0]?.weight).toBe(13);
    expect(runs).toBeGreaterThanOrEqual(3);
  });

  test('what was only read does not wait for its end, what was written does', async () => {
    const order: string[] = [];
    const client = await database.appPool.connect();
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
    client.query = ((...given: unknown[]) => {
      const answered = query(...given);
      void answered.then(() => order.push(String(given[0]).split(' ')[0] ?? ''), () => undefined);
      return answered;
    }) as typeof client.query;
    const on = openKysely({ connect: async () => client, end: async () => undefined } as unknown as pg.Pool);
    const held = client.release;
    client.release = () => undefined;
    try {
      await inSpace(on, first, (transaction) => sql`select 1`.execute(transaction));
      expect(order).toEqual(['begin', 'select']);
      await inSpace(on, first, (transaction) => sql`update pebble set weight = weight where id = 2`.execute(transaction));
      expect(order).toEqual(['begin', 'select', 'commit', 'begin', 'update', 'commit']);
      expect((await client.query("select current_setting('app.space_id', true) as space")).rows[0]).toEqual({ space: '' });
    } finally {
      held.call(client, true);
    }
  });

  test('any other failure is passed on at once', async () => {
    let runs = 0;
    const work = inSpace(database.app, first, async () => {
      runs += 1;
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(runs).toBe(1);
  });
});

describe('values', () => {
  test('dates stay dates, instants are ISO strings, large numbers keep their digits', async () => {
    const row = await database.appPool.query(
      `select date '2026-11-22' as day, timestamptz '2026-11-22 08:00+08' as instant, 9007199254740993::bigint as large,
              1.10::numeric as exact, array[date '2026-01-02', null] as days, array[timestamptz '2026-01-02 00:00+00'] as instants`,
    );
    expect(row.rows[0]).toEqual({
      day: '2026-11-22',
      instant: '2026-11-22T00:00:00.000Z',
      large: '9007199254740993',
      exact: '1.10',
      days: ['2026-01-02', null],
      instants: ['2026-01-02T00:00:00.000Z'],
    });
  });
});
