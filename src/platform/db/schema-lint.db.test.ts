import type pg from 'pg';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#platform/testing/test-database.ts';

/** Tables that belong to no space, each with its reason: `spaceless.json` beside the migrations that make them. */
const spaceless: Record<string, string> = Object.assign(
  {},
  ...Object.values(import.meta.glob<Record<string, string>>(['./migrations/spaceless.json', '../../modules/*/migrations/spaceless.json'], { eager: true, import: 'default' })),
);

interface Table {
  name: string;
  hasSpace: boolean;
  secured: boolean;
  forced: boolean;
}
interface Key {
  table: string;
  name: string;
  kind: 'p' | 'u' | 'f' | 'x';
  columns: string[];
  target: string | null;
  targetColumns: string[] | null;
  onDelete: string;
  onUpdate: string;
}

let database: TestDatabase;
let client: pg.PoolClient;

beforeAll(async () => {
  database = await freshDatabase();
  client = await database.ownerPool.connect();
  return () => client.release();
});

async function rows<Row extends pg.QueryResultRow>(query: string): Promise<Row[]> {
  return (await client.query<Row>(query)).rows;
}

const readTables = () =>
  rows<Table>(`
    select relname as name, relrowsecurity as secured, relforcerowsecurity as forced,
           exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'space_id' and not a.attisdropped) as "hasSpace"
    from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1`);

const columnNames = (numbers: string, table: string) =>
  `(select array_agg(coalesce(a.attname::text, '(expression)') order by place) from unnest(${numbers}) with ordinality as k(number, place) left join pg_attribute a on a.attrelid = ${table} and a.attnum = k.number)`;

const readKeys = () =>
  rows<Key>(`
    select conrelid::regclass::text as table, conname as name, contype as kind, ${columnNames('conkey', 'conrelid')} as columns,
           nullif(confrelid, 0)::regclass::text as target, ${columnNames('confkey', 'confrelid')} as "targetColumns", confdeltype as "onDelete", confupdtype as "onUpdate"
    from pg_constraint where contype in ('p', 'u', 'f', 'x') and (connamespace = 'public'::regnamespace or confrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace))
    union all
    select indrelid::regclass::text, indexrelid::regclass::text, 'u', ${columnNames('indkey', 'indrelid')}, null, null, ' ', ' '
    from pg_index join pg_class c on c.oid = indrelid
    where indisunique and c.relnamespace = 'public'::regnamespace
      and not exists (select 1 from pg_constraint where conindid = indexrelid)`);

async function findFaults(): Promise<string[]> {
  const tables = await readTables();
  const bound = new Set(tables.filter((table) => table.hasSpace && !(table.name in spaceless)).map((table) => table.name));
  const faults: string[] = [];
  for (const table of tables.filter(({ name }) => !(name in spaceless))) {
    if (!table.hasSpace) faults.push(`${table.name}: has no space_id and is not on the list of tables without one`);
    else if (!(table.secured && table.forced)) faults.push(`${table.name}: row-level security is not enabled and forced`);
  }
  const keys = await readKeys();
  for (const name of bound) {
    if (!keys.some((key) => key.table === name && key.kind === 'p')) faults.push(`${name}: has no primary key`);
  }
  for (const key of keys) faults.push(...keyFaults(key, bound));
  return [...faults, ...(await policyFaults(bound)), ...(await objectFaults(bound))];
}

function keyFaults(key: Key, bound: Set<string>): string[] {
  const where = `${key.table}.${key.name}`;
  if (key.kind !== 'f') return bound.has(key.table) && key.columns?.[0] !== 'space_id' ? [`${where}: space_id must stand first`] : [];
  const toBound = bound.has(key.target ?? '');
  if (!bound.has(key.table)) return toBound ? [`${where}: a table without a space must not refer to one with a space`] : [];
  if (!toBound) return [];
  const faults: string[] = [];
  if (key.columns[0] !== 'space_id' || key.targetColumns?.[0] !== 'space_id') faults.push(`${where}: a foreign key between spaces' tables must begin with space_id on both sides`);
  if (key.onDelete === 'n' || key.onDelete === 'd') faults.push(`${where}: on delete set null/default would clear space_id`);
  if (key.onUpdate !== 'a' && key.onUpdate !== 'r') faults.push(`${where}: space_id never changes, so nothing may follow its change`);
  return faults;
}

async function policyFaults(bound: Set<string>): Promise<string[]> {
  const policies = await rows<{ table: string; name: string; command: string; using: string | null; check: string | null; permissive: string }>(
    `select tablename as table, policyname as name, cmd as command, qual as using, with_check as check, permissive from pg_policies where schemaname = 'public'`,
  );
  const rule = '(space_id = current_space())';
  const faults: string[] = [];
  for (const table of bound) {
    const own = policies.filter((policy) => policy.table === table);
    const isRight = own.length > 0 && own.every((policy) => policy.using === rule && policy.check === rule && policy.command === 'ALL');
    if (!isRight) faults.push(`${table}: needs one policy for all commands that compares space_id with current_space() on reading and writing, and nothing else`);
  }
  return faults;
}

/** Views would run with their owner's rights, triggers are refused by a distributed database, gapless counters too. */
async function objectFaults(bound: Set<string>): Promise<string[]> {
  const views = await rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']`,
  );
  const snapshots = await rows<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'm'`);
  const triggers = await rows<{ table: string; name: string }>(`select tgrelid::regclass::text as table, tgname as name from pg_trigger where not tgisinternal`);
  const definers = await rows<{ name: string }>(`select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`);
  const identities = await rows<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public' and data_type in ('integer', 'smallint') and (is_identity = 'YES' or column_default like 'nextval%')`,
  );
  const defaults = await rows<{ column: string; value: string }>(
    `select table_name || '.' || column_name as column, column_default as value from information_schema.columns where table_schema = 'public' and column_default ~ '(gen_random_uuid|random|uuid_generate\\w*|uuidv[47]|clock_timestamp|statement_timestamp|timeofday)\\s*\\('`,
  );
  const rewrites = await rows<{ table: string; name: string }>(`select ev_class::regclass::text as table, rulename as name from pg_rewrite where rulename <> '_RETURN' and ev_class in (select oid from pg_class where relnamespace = 'public'::regnamespace)`);
  const kinds = await rows<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and (relkind = 'f' or relkind in ('r', 'p') and (relpersistence <> 'p' or exists (select 1 from pg_inherits where inhrelid = pg_class.oid) and not relispartition))`);
  return [
    ...defaults.map(({ column, value }) => `${column}: a default that no two nodes agree on (${value})`),
    ...rewrites.map(({ table, name }) => `${table}.${name}: no rewrite rules`),
    ...kinds.map(({ name }) => `${name}: foreign, unlogged and inherited tables cannot be distributed`),
    ...views.map(({ name }) => `${name}: a view needs security_invoker`),
    ...snapshots.map(({ name }) => `${name}: a materialized view escapes row-level security`),
    ...triggers.filter(({ table }) => bound.has(table)).map(({ table, name }) => `${table}.${name}: no triggers on tables of a space`),
    ...definers.map(({ name }) => `${name}(): a security definer function escapes row-level security`),
    ...identities.map(({ table, column }) => `${table}.${column}: a counter must be bigint`),
  ];
}

const pebble = 'create table pebble (space_id uuid not null references space (id), id uuid not null, other uuid, words text, during tstzrange, primary key (space_id, id));';
const secure = 'alter table pebble enable row level security; alter table pebble force row level security;';
const policy = 'create policy p on pebble using (space_id = current_space()) with check (space_id = current_space());';
const good = pebble + secure + policy;
const link = (rest: string): string => `${good} alter table pebble add foreign key (space_id, other) references pebble (space_id, id) ${rest};`;

/** Tables and statements, and what the linter must say of each; null where it must say nothing. */
const mutants: readonly [title: string, statements: string, fault: string | null][] = [
  ['nothing wrong', good, null],
  ['a link inside the space that cascades', link('on delete cascade'), null],
  ['a counter that is wide enough', `${good} alter table pebble add n bigint generated always as identity;`, null],
  ['an empty list of ids as default', `${good} alter table pebble add ids uuid[] not null default '{}';`, null],
  ['no space', 'create table pebble (id uuid primary key)', 'no space_id'],
  ['no primary key', 'create table pebble (space_id uuid not null);' + secure + policy, 'no primary key'],
  ['key without space', 'create table pebble (space_id uuid, id uuid primary key);' + secure + policy, 'must stand first'],
  ['key with the space last', 'create table pebble (space_id uuid, id uuid, primary key (id, space_id));' + secure + policy, 'must stand first'],
  ['unique without space', `${good} create unique index on pebble (other);`, 'must stand first'],
  ['unique expression before the space', `${good} create unique index on pebble (lower(words), space_id);`, 'must stand first'],
  ['partial unique without space', `${good} create unique index on pebble (words) where other is null;`, 'must stand first'],
  ['exclusion without space', `${good} alter table pebble add exclude using gist (during with &&);`, 'must stand first'],
  ['not enabled', pebble + policy, 'enabled and forced'],
  ['unforced', `${pebble} alter table pebble enable row level security;${policy}`, 'enabled and forced'],
  ['no policy', pebble + secure, 'one policy'],
  ['open policy', `${good} create policy q on pebble using (true) with check (true);`, 'one policy'],
  ['policy with a subquery', pebble + secure + 'create policy p on pebble using (space_id in (select id from space)) with check (space_id = current_space());', 'one policy'],
  ['policy for reading only', pebble + secure + 'create policy p on pebble for select using (space_id = current_space());', 'one policy'],
  ['link without space', `${good} create table gravel (space_id uuid, id uuid, primary key (space_id, id), unique (space_id, id)); alter table pebble add foreign key (other, id) references gravel (space_id, id);`, 'must begin with space_id'],
  ['link that sets null', link('on delete set null'), 'set null'],
  ['link that sets null in one column', link('on delete set null (other)'), 'set null'],
  ['link that follows a change', link('on update cascade'), 'never changes'],
  ['reference from outside', `${good} alter table space add p uuid, add foreign key (id, p) references pebble (space_id, id);`, 'must not refer'],
  ['reference from another schema', `${good} create schema queue; create table queue.task (space_id uuid, id uuid, foreign key (space_id, id) references pebble (space_id, id));`, 'must not refer'],
  ['trigger', `${good} create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger t before insert on pebble for each row execute function f();`, 'no triggers'],
  ['rewrite rule', `${good} create rule r as on delete to pebble do instead nothing;`, 'no rewrite rules'],
  ['view', `${good} create view w as select * from pebble;`, 'security_invoker'],
  ['materialized view', `${good} create materialized view w as select * from pebble;`, 'escapes row-level security'],
  ['definer', `create function f() returns int language sql security definer as 'select 1'`, 'security definer'],
  ['narrow identity', `${good} alter table pebble add n int generated always as identity;`, 'must be bigint'],
  ['serial', `${good} alter table pebble add n serial;`, 'must be bigint'],
  ['chance as default', `${good} alter table pebble alter id set default gen_random_uuid();`, 'no two nodes agree'],
  ['clock as default', `${good} alter table pebble add at timestamptz default clock_timestamp();`, 'no two nodes agree'],
  ['unlogged', 'create unlogged table pebble (space_id uuid, id uuid, primary key (space_id, id));' + secure + policy, 'cannot be distributed'],
  ['inherited', `${good} create table gravel () inherits (pebble);`, 'cannot be distributed'],
];
const sound = mutants.filter(([, , fault]) => fault === null).length;

describe('the schema', () => {
  test('keeps every rule', async () => {
    const faults = await findFaults();
    const tables = await readTables();
    process.stdout.write(`schema: ${tables.length} tables and ${(await readKeys()).length} keys against ${mutants.length - sound} rules, ${faults.length} faults\n`);
    expect(faults).toEqual([]);
  });

  test('lists no table that is gone', async () => {
    const names = new Set((await readTables()).map((table) => table.name));
    expect(Object.keys(spaceless).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the app role', () => {
  test('cannot bypass row-level security, change tables or become the owner', async () => {
    const [role] = (await database.appPool.query('select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user')).rows;
    expect(role).toEqual({ name: 'clusterloom_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    const owned = await database.appPool.query(`select 1 from pg_class where relnamespace = 'public'::regnamespace and pg_has_role('clusterloom_app', relowner, 'member')`);
    expect(owned.rowCount).toBe(0);
    await expect(database.appPool.query('create table sneaked (x int)')).rejects.toMatchObject({ code: '42501' });
    await expect(database.appPool.query('alter table space disable row level security')).rejects.toMatchObject({ code: '42501' });
    await expect(database.appPool.query('delete from schema_migration')).rejects.toMatchObject({ code: '42501' });
  });

  test('sees no row of any space when none is set', async () => {
    const bound = (await readTables()).filter((table) => table.hasSpace && !(table.name in spaceless));
    for (const { name } of bound) {
      const seen = await database.appPool.query(`select 1 from "${name}" limit 1`);
      expect([name, seen.rowCount]).toEqual([name, 0]);
    }
  });
});

describe('the linter bites', () => {
  afterEach(async () => {
    await client.query('rollback');
  });

  test.each(mutants)('%s', async (_title, statements, fault) => {
    await client.query('begin');
    await client.query(statements);
    const faults = await findFaults();
    if (fault === null) expect(faults).toEqual([]);
    else expect(faults.join('\n')).toContain(fault);
  });
});
