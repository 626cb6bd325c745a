import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, readSources, root } from './house/source-files.ts';

interface Rule {
  name: string;
  /** What a database spread over several machines refuses, or does differently without a word. */
  broken(statement: string): boolean;
  /** Shows that the rule bites, and something close by that it must leave alone. */
  mutant: string;
  sound: string;
}

const volatile = String.raw`(?:gen_random_uuid|uuid_generate_v\d|uuidv[47]|random|clock_timestamp|statement_timestamp|timeofday|nextval)\s*\(`;
const has = (pattern: RegExp) => (statement: string): boolean => pattern.test(statement);

const rules: readonly Rule[] = [
  { name: 'no grouping sets over spaces', broken: has(/\bgroup\s+by\b[^;]*\b(?:rollup|cube|grouping\s+sets)\s*\(/i), mutant: 'select a, count(*) from t group by rollup (a)', sound: 'select a as cube, count(*) from t group by a' },
  { name: 'a walk names its space', broken: (statement) => /\bwith\s+recursive\b/i.test(statement) && !/\bspace_id\b/i.test(statement), mutant: 'with recursive up as (select id from t union select t.id from t join up on true) select 1 from up', sound: 'with recursive up as (select id from t where space_id = $1 union select t.id from t) select 1 from up' },
  { name: 'no set_config: nodes do not hear it', broken: has(/\bset_config\s*\(/i), mutant: `select set_config('app.space_id', $1, true)`, sound: `set local app.space_id = 'x'` },
  { name: 'no listen or notify: each node has its own', broken: has(/^\s*(?:listen|unlisten|notify)\s+\w|\bpg_notify\s*\(/i), mutant: 'listen news', sound: 'select listen from t' },
  { name: 'an advisory lock stands alone', broken: has(/\bpg_(?:try_)?advisory_\w+\s*\([^;]*\bfrom\s+(?!pg_)\w/i), mutant: 'select pg_advisory_xact_lock(1) from t', sound: 'select pg_advisory_xact_lock($1)' },
  { name: 'no chance or clock in an update', broken: has(new RegExp(String.raw`\b(?:update\s+(?:only\s+)?[\w."]+(?:\s+(?:as\s+)?\w+)?\s+set|do\s+update\s+set)\b[^;]*${volatile}`, 'i')), mutant: 'update t set id = gen_random_uuid()', sound: 'update t set at = now() where id = $1' },
  { name: 'no numbers without gaps', broken: has(/\bmax\s*\([^()]*\)[^;]{0,20}\+\s*1\b/i), mutant: 'insert into t select coalesce(max(n), 0) + 1 from t', sound: 'select max(n) from t' },
  { name: 'a row never moves to another space', broken: has(/\bupdate\s+[\w."]+[^;]*?\bset\b(?:(?!\bwhere\b)[^;])*\bspace_id\s*=/i), mutant: 'update t set space_id = $1', sound: 'update t set a = $2 where space_id = $1' },
  { name: 'no prepared transactions', broken: has(/\bprepare\s+transaction\b/i), mutant: `prepare transaction 'x'`, sound: 'prepare x as select 1' },
  { name: 'no triggers in migrations', broken: has(/\bcreate\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger\b/i), mutant: 'create trigger t before insert on x execute function f()', sound: 'create table trigger_happy ()' },
  { name: 'no table locks: they reach one node', broken: has(/^\s*lock\s+(?:table\s+)?\w/i), mutant: 'lock table t in exclusive mode', sound: 'select 1 from t for update' },
];

/** File and rule, with the reason why it does no harm there. */
const oneMachine = 'backup, restore and upgrade are offered for the embedded database only, which is one machine';
const exceptions: Readonly<Record<string, string>> = {
  'src/platform/backup/logical-backup.ts: no set_config: nodes do not hear it': oneMachine,
  'src/platform/backup/restore-checks.ts: no set_config: nodes do not hear it': oneMachine,
  'src/platform/backup/upgrade-inspection.ts: no set_config: nodes do not hear it': oneMachine,
  'src/platform/backup/quiet-moment.ts: no table locks: they reach one node': oneMachine,
  'src/modules/record/store/file.store.ts: no numbers without gaps': 'versions of one file, counted inside one space while its row is locked',
  'src/modules/observatory/store/scoreboard-edition.store.ts: no numbers without gaps': 'editions of one scoreboard, counted inside one space while its row is locked',
  'src/modules/observatory/store/scoreboard-run.store.ts: no numbers without gaps': 'runs of one scoreboard, counted inside one space while its row is locked',
  'src/modules/registry/migrations/202611220100_reference.sql: no triggers in migrations': 'on reference tables, where a trigger is allowed; the lint of the schema refuses them on tables of a space',
};

/** Templates and quotes that hold SQL, without what is filled in; and the statements of migrations. */
function statementsOf(path: string, text: string): string[] {
  if (path.endsWith('.sql')) return text.replaceAll(/--[^\n]*/g, '').split(';');
  const quoted = [...text.matchAll(/`(?:[^`\\]|\\[^])*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g)].map(([whole]) => whole.slice(1, -1));
  return quoted.filter((each) => /^\s*(?:with|select|insert|update|delete|merge|lock|listen|unlisten|notify|set|prepare|create|alter)\s/i.test(each) || /\bfrom\s+\w+[^]*\bwhere\b/i.test(each));
}

const sources = [
  ...readSources().filter(({ path }) => path.startsWith('src/') && !/\.(?:test|bench)\.tsx?$|\/web\/|\/testing\//.test(path)).map(({ path, code }) => ({ path, text: code })),
  ...listFiles('src').filter((path) => path.endsWith('.sql')).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
];

describe('SQL that would still run on many machines', () => {
  it('keeps every rule', () => {
    const statements = sources.flatMap(({ path, text }) => statementsOf(path, text).map((statement) => ({ path, statement })));
    const faults = statements.flatMap(({ path, statement }) => rules.filter((rule) => rule.broken(statement) && !(`${path}: ${rule.name}` in exceptions)).map((rule) => `${path}: ${rule.name}: ${statement.replaceAll(/\s+/g, ' ').slice(0, 160)}`));
    process.stdout.write(`sql: ${statements.length} statements in ${sources.length} files against ${rules.length} rules, ${faults.length} faults, ${Object.keys(exceptions).length} exceptions\n`);
    expect(statements.length).toBeGreaterThan(300);
    expect(faults).toEqual([]);
    const needed = new Set(statements.flatMap(({ path, statement }) => rules.filter((rule) => rule.broken(statement)).map((rule) => `${path}: ${rule.name}`)));
    expect(Object.keys(exceptions).filter((each) => !needed.has(each))).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('bites: %s', (_name, rule) => {
    const found = (statement: string): string[] => statementsOf('x.ts', `sql\`${statement}\``).filter((each) => rule.broken(each));
    expect([found(rule.mutant).length, found(rule.sound).length]).toEqual([1, 0]);
  });
});
