import type pg from 'pg';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#platform/testing/test-database.ts';
import { inSpace } from './in-space.ts';

/** The catalogue itself says which tables there are, so a new one is proved without anybody remembering to. */
interface Column {
  table: string;
  name: string;
  type: string;
}

const plain: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()', text: `'x'`, integer: '1', bigint: '1', smallint: '1', numeric: '1', 'double precision': '1', real: '1', boolean: 'false', date: 'current_date',
  'timestamp with time zone': 'now()', jsonb: `'{}'`, ARRAY: `'{}'`, bytea: `''`,
};

let database: TestDatabase;
let columns: Column[];
let tables: string[];
let first: string;
let second: string;

const query = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => (await database.ownerPool.query<Row>(text)).rows;

beforeAll(async () => {
  database = await freshDatabase();
  [first, second] = [await database.createSpace(), await database.createSpace()];
  tables = (await query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'space_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`)).map((row) => row.name);
  columns = await query<Column>(`
    select table_name as table, column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and column_name <> 'space_id' and is_nullable = 'NO' and column_default is null and is_generated = 'NEVER' and is_identity = 'NO'`);
  // Rows without meaning are enough here; what they may say and point at is proved elsewhere.
  const rules = await query<{ table: string; name: string }>(`select conrelid::regclass::text as table, conname as name from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f')`);
  for (const rule of rules) await database.ownerPool.query(`alter table ${rule.table} drop constraint "${rule.name}"`);
});

function insertInto(table: string, spaceId: string): string {
  const own = columns.filter((column) => column.table === table);
  const values = own.map((column) => plain[column.type] ?? `(no value for a ${column.type})`);
  return `insert into "${table}" (${['space_id', ...own.map((column) => `"${column.name}"`)].join(', ')}) values (${[`'${spaceId}'`, ...values].join(', ')})`;
}

const asApp = (spaceId: string | null, statement: string) => inSpace(database.app, spaceId, async (db) => Number((await sql.raw(statement).execute(db)).numAffectedRows ?? 0n));
const count = (spaceId: string | null, table: string, role: 'app' | 'owner' = 'app') =>
  inSpace(database[role], spaceId, async (db) => Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]?.n));
const refusal = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: Error) => error.message);

describe('each table of a space, for the role that serves requests', () => {
  test('there are such tables', () => {
    expect(tables.length).toBeGreaterThan(20);
  });

  test('shows the rows of the space that was entered, and none without one', async () => {
    for (const table of tables) {
      for (const space of [first, second]) await asApp(space, insertInto(table, space));
      expect([table, await count(first, table), await count(second, table), await count(null, table), await count(first, table, 'owner')]).toEqual([table, 1, 1, 0, 1]);
    }
  });

  test('takes no row for another space, nor for none', async () => {
    for (const table of tables) {
      for (const entered of [second, null]) expect([table, await refusal(asApp(entered, insertInto(table, first)))]).toEqual([table, expect.stringContaining('violates row-level security policy')]);
    }
  });

  test('lets nobody change, move or remove what belongs to another', async () => {
    for (const table of tables) {
      const reached = [`update "${table}" set space_id = space_id where space_id = '${first}'`, `delete from "${table}" where space_id = '${first}'`];
      for (const statement of reached) expect([statement, await refusal(asApp(second, statement).then((rows) => expect(rows).toBe(0)))]).toEqual([statement, expect.stringMatching(/^done$|permission denied/)]);
      expect([table, await refusal(asApp(first, `update "${table}" set space_id = '${second}'`))]).toEqual([table, expect.stringMatching(/violates row-level security policy|permission denied/)]);
      expect([table, await count(first, table), await count(second, table)]).toEqual([table, 1, 1]);
    }
  });
});
