import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { inSpace } from '#platform/db/in-space.ts';
import { ok } from '#platform/result/result.rules.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { done, run } from '../../../test/run-in-space.ts';
import { insertIndicators } from './store/indicator.store.ts';
import { latestObservations, observationsOf, shownObservations } from './store/observation-read.store.ts';
import { usableFor } from './store/observation-sql.ts';
import { releaseObservations, writeObservations, type NewObservation } from './store/observation-write.store.ts';
import { compareCandidates, displayOfPeriod, mayUse, type Candidate } from './words/observation.rules.ts';
import { bases, indicatorInputSchema } from './words/indicator.schema.ts';
import { purposes, uses } from './words/observation.schema.ts';

const database = await freshDatabase();
const firm = '0190bbbb-0000-7000-8000-000000000001';
const file = '0190bbbb-0000-7000-8000-0000000000f1';
let space: string;
let indicatorId: string;

const about = (over: Partial<NewObservation> = {}): NewObservation => ({ indicatorId, subjectKind: 'organisation', subjectId: firm, period: '2025', value: '12.50', unit: 'CNY', basis: 'voluntary', origin: { kind: 'batch', id: file, row: 2 }, ...over });
const write = (...list: NewObservation[]) => done(run(database, space, async (context) => ok(await writeObservations(context, list))));
const asked = (over: object = {}) => ({ indicatorIds: [indicatorId], subjectKind: 'organisation' as const, subjectIds: [firm], use: 'own' as const, ...over });

beforeAll(async () => {
  space = await database.createSpace();
  [indicatorId = ''] = await done(run(database, space, async (context) => ok(await insertIndicators(context, [indicatorInputSchema.parse({ key: 'revenue', name: { zh: '营业收入', en: 'Revenue' }, kind: 'amount', unit: 'CNY' })]))));
});

describe('observations', () => {
  it('said again from the same place change nothing; a later revision stands beside and is shown', async () => {
    const first = await write(about());
    const again = await write(about({ value: '13' }), about({ period: '2024', value: '10' }));
    expect([first.written, again.written, again.known]).toEqual([1, 1, 1]);
    expect(again.ids[0]).toBe(first.ids[0]);
    await write(about({ value: '14', origin: { kind: 'batch', id: file, row: 3 } }));
    const held = await inSpace(database.app, space, (db) => observationsOf(db, asked()));
    expect(held.map(({ period, value }) => [period, value])).toEqual([['2024', '10'], ['2025', '14'], ['2025', '12.5']]);
    expect((await inSpace(database.app, space, (db) => shownObservations(db, asked()))).map(({ value }) => value)).toEqual(['10', '14']);
    expect(await inSpace(database.app, space, (db) => latestObservations(db, asked({ before: '2025-12-31' })))).toMatchObject([{ period: '2024', value: '10', visibility: 'internal', valueText: null }]);
  });

  it('keep missing, zero and suppressed apart', async () => {
    await write(about({ period: '2020', value: '0' }), about({ period: '2021', value: null, missing: 'suppressed' }), about({ period: '2022', value: null, unit: null }));
    const shown = await inSpace(database.app, space, (db) => shownObservations(db, asked({ periods: ['2020', '2021', '2022'] })));
    expect(shown.map(({ value, missing, operator }) => [value, missing, operator])).toEqual([['0', null, '='], [null, 'suppressed', 'notStated'], [null, 'notStated', 'notStated']]);
  });

  it('of a statistical survey wait for their release, whichever way they are read', async () => {
    const other = '0190bbbb-0000-7000-8000-000000000002';
    await write(about({ subjectId: other, basis: 'statisticalSurvey' }));
    const seen = (use: (typeof uses)[number]) => inSpace(database.app, space, async (db) => (await latestObservations(db, asked({ subjectIds: [other], use }))).length);
    for (const purpose of purposes) expect(await seen(purpose)).toBe(0);
    expect([await seen('own'), await seen('statistics')]).toEqual([1, 1]);
    await done(run(database, space, async (context) => ok(await releaseObservations(context, { subjectKind: 'organisation', subjectId: other }, ['grading']))));
    for (const purpose of purposes) expect(await seen(purpose)).toBe(purpose === 'grading' ? 1 : 0);
  });

  it('are usable in SQL exactly where the rule says so', async () => {
    const combinations = bases.flatMap((basis) => [[], ['grading'], [...purposes]].map((releasedFor) => ({ basis, released_for: releasedFor })));
    for (const use of uses) {
      const { rows } = await inSpace(database.app, space, (db) => sql<{ usable: boolean }>`select ${usableFor(use)} as usable from jsonb_to_recordset(${JSON.stringify(combinations)}::jsonb) as o (basis text, released_for text[])`.execute(db));
      expect(rows.map(({ usable }) => usable)).toEqual(combinations.map(({ basis, released_for }) => mayUse({ basis, releasedFor: released_for }, use)));
    }
  });
});

describe('the display rule', () => {
  const candidate = fc.record<Candidate>({
    id: fc.uuid(), operator: fc.constant('='), value: fc.option(fc.constantFrom('1', '2'), { nil: null }), unit: fc.constant('CNY'),
    sourceId: fc.constant(null), vintageId: fc.constant(null), originId: fc.uuid(), sourceKind: fc.option(fc.constantFrom('officialStatistics', 'press'), { nil: null }), releasedOn: fc.option(fc.constantFrom('2024-01-01', '2025-01-01'), { nil: null }), originRow: fc.integer({ min: 0, max: 2 }), enteredAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
  });
  it('is an order, and shows exactly one', () => {
    fc.assert(fc.property(fc.uniqueArray(candidate, { minLength: 1, maxLength: 6, selector: ({ id }) => id }), (list) => {
      const display = displayOfPeriod(list, null);
      expect([...display.values()].filter(({ shown }) => shown === 'byRule')).toHaveLength(1);
      expect(list.toSorted(compareCandidates).map(({ id }) => id)).toEqual(list.toReversed().toSorted(compareCandidates).map(({ id }) => id));
    }));
  });
  it('gives way to a decision and flags a contradiction', () => {
    const one = (id: string, over: Partial<Candidate> = {}): Candidate => ({ id, operator: '=', value: '1', unit: 'CNY', sourceId: null, vintageId: null, originId: id, sourceKind: 'press', releasedOn: null, originRow: 0, enteredAt: '2026-01-01T00:00:00.000Z', ...over });
    const display = displayOfPeriod([one('a'), one('b', { value: '2', sourceKind: 'officialStatistics' })], 'a');
    expect(displayOfPeriod([one('a', { vintageId: 'v1' }), one('b', { value: '2', vintageId: 'v2' })], null).get('a')?.disputed).toBe(false);
    expect([display.get('a'), display.get('b')]).toEqual([{ shown: 'byDecision', disputed: true }, { shown: 'other', disputed: true }]);
  });
});
