import fc from 'fast-check';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BackupStatus } from '#platform/backup/backup-status.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { readConfig } from '#platform/config/config.ts';
import { freshDatabase, type TestDatabase } from '#platform/testing/test-database.ts';
import { installationChecks, judgeBackup } from './checks.ts';
import { healthStates, stateOf, worstState } from './health.rules.ts';
import { readinessOf } from './readiness.ts';

let database: TestDatabase;
const config = readConfig({ CLUSTERLOOM_DATA: tmpdir(), DATABASE_URL: 'postgresql://canary-login:canary-secret@db/x' });

beforeAll(async () => {
  database = await freshDatabase();
});

const examine = async (key: string, now = new Date()) => {
  const clock = fixedClock(now.toISOString());
  const check = installationChecks({ config, clock, database: { ...database, engine: { kind: 'own', version: '18.4' } } }).find((each) => each.key === key);
  return check?.check() ?? expect.unreachable();
};

describe('the parts of an installation', () => {
  test('are well here, told in both languages and without a secret', async () => {
    const keys = installationChecks({ config, clock: fixedClock('2026-11-22T08:00:00Z'), database: { ...database, engine: { kind: 'own', version: '18.6' } } }).map(({ key }) => key);
    expect(keys).toEqual(['database', 'engine', 'migrations', 'disk', 'queue', 'backup', 'clock', 'memory']);
    for (const key of ['database', 'migrations', 'queue', 'clock']) expect([key, (await examine(key)).state]).toEqual([key, 'good']);
    for (const key of keys) {
      const { detail } = await examine(key);
      expect(detail.zh).toMatch(/\p{Script=Han}/u);
      expect(detail.en).not.toMatch(/\p{Script=Han}/u);
      expect(JSON.stringify(detail)).not.toContain('canary');
    }
  });

  test('say what is wrong and what to do: engine behind, clock apart, migrations missing, work that piles up', async () => {
    expect(await examine('engine', new Date('2026-11-22T08:00:00Z'))).toMatchObject({ state: 'warning', detail: { en: expect.stringContaining('engine is behind') } });
    expect(await examine('clock', new Date(Date.now() - 120_000))).toMatchObject({ state: 'bad', advice: { en: expect.stringContaining('time') } });
    await database.ownerPool.query(`insert into pgboss.job (name, data, start_after, policy, singleton_key) values ('quick', '{"kind":"x"}', now() - interval '10 minutes', 'short', 'x')`);
    expect(await examine('queue')).toMatchObject({ state: 'warning', href: '/administration/jobs' });
    const { rows } = await database.ownerPool.query('delete from schema_migration where name = (select max(name) from schema_migration) returning name, checksum');
    expect(await examine('migrations')).toMatchObject({ state: 'bad' });
    expect(await readinessOf(database).read()).toBe('schemaBehind');
    await database.ownerPool.query('insert into schema_migration (name, checksum) values ($1, $2)', [rows[0].name, rows[0].checksum]);
  });
});

describe('the backup', () => {
  const now = new Date('2026-11-22T08:00:00Z');
  const good = (hours: number): BackupStatus['lastGood'] => ({ name: 'b', folder: 'b', kind: 'base', reason: 'daily' as never, at: new Date(now.getTime() - hours * 3_600_000).toISOString(), bytes: 1, milliseconds: 1 });
  const status = (over: Partial<BackupStatus>): BackupStatus => ({ directory: '/elsewhere', dailyAt: '02:30', keep: 7, lastGood: good(6), lastFailure: null, log: null, ...over });
  test.each([
    [status({}), 'good'],
    [status({ lastGood: good(30) }), 'warning'],
    [status({ lastGood: good(100) }), 'bad'],
    [status({ lastGood: null }), 'warning'],
    [status({ directory: null }), 'warning'],
    [status({ lastFailure: { at: now.toISOString(), reason: 'daily' as never, zh: '盘满', en: 'full' } }), 'bad'],
    [status({ log: { lastMovedAt: null, waiting: 9, waitingSince: null, late: true, fault: null } }), 'bad'],
  ])('%# is judged', (given, state) => {
    expect(judgeBackup(given, now).state).toBe(state);
  });
});

describe('states', () => {
  test('a whole is never better than a part, and their order does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...healthStates)), (states) => {
        const worst = worstState(states);
        return (states.length === 0 ? worst === 'good' : states.includes(worst)) && worstState([...states].reverse()) === worst;
      }),
    );
    expect([stateOf(1, 2, 3), stateOf(2, 2, 3), stateOf(3, 2, 3), stateOf(Number.NaN, 2, 3)]).toEqual(['good', 'warning', 'bad', 'unknown']);
  });
});

describe('readiness', () => {
  test('says why, and nothing else', async () => {
    const readiness = readinessOf(database);
    expect(await readiness.read()).toBeNull();
    readiness.stop();
    expect(await readiness.read()).toBe('stopping');
    const gone = await freshDatabase();
    const without = readinessOf(gone);
    await gone.close();
    expect(await without.read()).toBe('databaseUnreachable');
  });
});
