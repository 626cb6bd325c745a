import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeMethod } from '../method/method.ts';
import { matrixOf } from '../stats/matrix.ts';
import { rngFrom } from '../stats/rng.ts';
import { attack, type PublishedTable } from './attack.ts';
import { disclosure } from './disclosure.method.ts';
import { nextEdition, type Edition } from './editions.ts';
import { withTotals, type MarginTable } from './margin-table.ts';
import { contributorsOf, primary, productRule, type Contribution, type Primary } from './primary.ts';
import { intervalOf, networkOf } from './room.ts';
import { secondary } from './secondary.ts';

/** Skewed contributions of some firms to a table, so that every rule bites. */
const contributions = fc.tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 3, max: 6 })).chain(([rows, columns]) => fc.record({
  rows: fc.constant(rows), columns: fc.constant(columns),
  list: fc.array(fc.record({ row: fc.nat(rows - 1), column: fc.nat(columns - 1), value: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 900 })), group: fc.integer({ min: 0, max: 40 }).map(String) }), { minLength: 20, maxLength: 120 }),
}));

function tableOf({ rows, columns, list }: { rows: number; columns: number; list: readonly Contribution[] }): { table: MarginTable; first: Primary } {
  const cells = matrixOf(rows, columns);
  for (const { row, column, value } of list) cells.cells[row * columns + column] = (cells.cells[row * columns + column] as number) + value;
  const table = withTotals(cells);
  return { table, first: primary(table, contributorsOf(table, list), productRule) };
}

const publish = ({ rows, columns, values }: MarginTable, suppressed: ArrayLike<number>): PublishedTable =>
  ({ rows, columns, values: values.map((value, at) => (suppressed[at] === 1 ? NaN : value)) });

function expectRoom({ lower, upper }: { lower: number; upper: number }, value: number, required: number, what: string): void {
  const slack = 1e-6 * Math.max(1, value);
  expect(upper - value, `${what}: upper ${upper} of ${value}`).toBeGreaterThanOrEqual(required - slack);
  expect(value - lower, `${what}: lower ${lower} of ${value}`).toBeGreaterThanOrEqual(Math.min(required, value) - slack);
}

describe('primary suppression', () => {
  it('finds each rule broken, counts holdings of a group once, and leaves 0 open', () => {
    const { first, table } = tableOf({ rows: 2, columns: 3, list: [
      { row: 0, column: 0, value: 5, group: 'a' }, { row: 0, column: 0, value: 5, group: 'a' }, { row: 0, column: 0, value: 5, group: 'b' },
      { row: 0, column: 1, value: 90, group: 'a' }, { row: 0, column: 1, value: 9, group: 'b' }, { row: 0, column: 1, value: 1, group: 'c' },
      ...[40, 30, 30, 20].map((value, at) => ({ row: 1, column: 1, value, group: `d${at}` })),
    ] });
    expect(first.by.slice(0, 3)).toEqual(['frequency', 'dominance', null]);
    expect(first.by[5]).toBeNull();
    expect(first.required[1]).toBeCloseTo(Math.max((100 / 85) * 99 - 100, 9 - 1, 10), 9);
    expect(table.values.at(-1)).toBe(235);
  });
});

describe('secondary suppression', () => {
  it('leaves every sensitive cell its room against an attacker who solves the linear system, and changes nothing else', () => {
    let cells = 0;
    fc.assert(fc.property(contributions, (asked) => {
      const { table, first } = tableOf(asked);
      const { suppressed, unprotected } = secondary(table, first);
      if (unprotected.length > 0) return;
      const published = publish(table, suppressed);
      for (const [at, value] of published.values.entries()) if (suppressed[at] === 0) expect(value).toBe(table.values[at]);
      const found = attack([published]) ?? [];
      for (const one of found.filter(({ cell }) => first.sensitive[cell] === 1)) {
        cells += 1;
        expectRoom(one, table.values[one.cell] as number, first.required[one.cell] as number, `cell ${one.cell}`);
      }
    }), { numRuns: 60 });
    expect(cells).toBeGreaterThan(100);
  });

  it('leaves it against whoever is alone in a cell, too', () => {
    fc.assert(fc.property(contributions, (asked) => {
      const { table, first } = tableOf(asked);
      const { suppressed, unprotected } = secondary(table, first);
      if (unprotected.length > 0) return;
      for (const own of first.insiders) {
        const known = new Map(own.map((at) => [at, table.values[at] as number]));
        for (const one of attack([publish(table, suppressed)], { known }) ?? []) {
          if (first.sensitive[one.cell] === 1 && !known.has(one.cell)) expectRoom(one, table.values[one.cell] as number, first.required[one.cell] as number, `cell ${one.cell} to ${own.join()}`);
        }
      }
    }), { numRuns: 25 });
  });

  it('publishes most of twenty skewed tables of 14 × 30, and keeps the room of every sensitive cell', () => {
    let [open, all, kept] = [0, 0, 0];
    for (let seed = 1; seed <= 20; seed += 1) {
      const rng = rngFrom(seed);
      const list = Array.from({ length: 14 * 30 }, (_, at) => at).flatMap((at) => Array.from({ length: rng.chance(0.06) ? 2 : rng.whole(4, 25) }, (_one, firm): Contribution => ({ row: Math.floor(at / 30), column: at % 30, value: Math.ceil(100 * Math.exp(0.8 * rng.normal())), group: `${at}/${firm}` })));
      const { table, first } = tableOf({ rows: 14, columns: 30, list });
      const { suppressed, unprotected } = secondary(table, first);
      expect(unprotected).toEqual([]);
      const network = networkOf(table, table.values, suppressed);
      for (const at of suppressed.keys()) if (first.sensitive[at] === 1) expectRoom(intervalOf(network, at), table.values[at] as number, first.required[at] as number, `table ${seed}, cell ${at}`);
      all += suppressed.length;
      open += suppressed.filter((one) => one === 0).length;
      kept += first.sensitive.filter((one) => one === 1).length;
    }
    expect(kept).toBeGreaterThan(300);
    expect(open / all).toBeGreaterThan(0.8);
  });

  it('finds the same bounds by flows as by linear programmes', () => {
    fc.assert(fc.property(contributions, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (asked, dice) => {
      const { table } = tableOf(asked);
      const open = Uint8Array.from(table.values, () => (dice.next().value === 0 ? 1 : 0));
      const network = networkOf(table, table.values, open);
      for (const { cell, lower, upper } of attack([publish(table, open)]) ?? []) {
        const exact = intervalOf(network, cell);
        const slack = 1e-6 * Math.max(1, table.values[cell] as number);
        expect(Math.abs(exact.lower - lower)).toBeLessThanOrEqual(slack);
        if (exact.upper !== upper) expect(Math.abs(exact.upper - upper)).toBeLessThanOrEqual(slack);
      }
    }), { numRuns: 60 });
  });
});

describe('editions', () => {
  /** A second table: most contributions as before, some changed, gone or new. */
  const changes = fc.array(fc.record({ at: fc.nat(200), value: fc.integer({ min: 0, max: 900 }) }), { minLength: 1, maxLength: 4 });

  it('differenced against each other narrow no cell of any of them, even for a reader who knows what has not changed', () => {
    let [shown, withheld, cells] = [0, 0, 0];
    fc.assert(fc.property(contributions, fc.array(changes, { minLength: 1, maxLength: 2 }), (asked, rounds) => {
      let list: Contribution[] = asked.list;
      const lists = [list, ...rounds.map((round) => (list = list.map((one, at) => ({ ...one, value: round.find((change) => change.at % list.length === at)?.value ?? one.value })).filter(({ value }) => value > 0)))];
      const editions: Edition[] = [];
      for (const each of lists) {
        const { table, first } = tableOf({ ...asked, list: each });
        editions.push(nextEdition(editions, table, first));
      }
      const open = editions.filter((one) => !one.withheld);
      shown += open.length;
      withheld += editions.length - open.length;
      const found = attack(open.map(({ table, suppressed }) => publish(table, suppressed)), { same: (cell, a, b) => open[a]?.table.values[cell] === open[b]?.table.values[cell] });
      expect(found).not.toBeNull();
      for (const one of found ?? []) {
        const { table, primary: first, out } = open[one.edition] as Edition;
        if (first.sensitive[one.cell] === 0 || out?.[one.cell] === 1) continue;
        cells += 1;
        expectRoom(one, table.values[one.cell] as number, first.required[one.cell] as number, `edition ${one.edition}, cell ${one.cell}`);
      }
    }), { numRuns: 400 });
    expect(cells).toBeGreaterThan(100);
    expect(shown).toBeGreaterThan(withheld);
  });

  it('hold back what was held back before, although it is no longer sensitive', () => {
    const list = (more: Contribution[]): Contribution[] => [
      { row: 0, column: 0, value: 50, group: 'alone' }, ...more,
      ...[0, 1, 2].flatMap((row) => [0, 1, 2].filter((column) => row + column > 0).flatMap((column) => [30, 31, 32, 33, 34].map((value, at) => ({ row, column, value: value + row, group: `${row}${column}${at}` })))),
    ];
    const shape = { rows: 3, columns: 3 };
    const one = tableOf({ ...shape, list: list([]) });
    const first = nextEdition([], one.table, one.first);
    const two = tableOf({ ...shape, list: list([10, 12, 14, 16, 18, 20].map((value, at) => ({ row: 0, column: 0, value, group: `new ${at}` }))) });
    expect(first.suppressed[0]).toBe(1);
    expect(two.first.sensitive[0]).toBe(0);
    const second = nextEdition([first], two.table, two.first);
    expect(second.withheld).toBe(false);
    for (const [at, closed] of first.suppressed.entries()) if (closed === 1) expect(second.suppressed[at]).toBe(1);
  });
});

describe('disclosure from outside', () => {
  const value = [[20, 50, 10, 60], [8, 19, 22, 47], [17, 32, 12, 38], [33, 41, 25, 14]];

  it('suppresses, audits and attacks one table', () => {
    const sensitive = value.map((row, r) => row.map((_, c) => (r === 1 && c === 1 ? 1 : 0)));
    const done = computeMethod(disclosure, { op: 'secondary', input: { value, sensitive }, params: { range: 50 } });
    const { suppressed, published } = (done.ok ? done.value.value : {}) as { suppressed: number[][]; published: (number | null)[][] };
    expect(suppressed.flat().filter((one) => one > 0)).toHaveLength(4);
    expect(published[4]?.[4]).toBe(value.flat().reduce((sum, one) => sum + one, 0));
    const audit = computeMethod(disclosure, { op: 'audit', input: { value, suppressed }, params: { range: 10 } });
    expect(audit.ok && audit.value.value).toMatchObject({ exact: 0 });
    const alone = computeMethod(disclosure, { op: 'attack', input: { editions: [value.map((row) => [...row, row.reduce((a, b) => a + b)]).concat([[78, 142, 69, 159, 448]]).map((row, r) => row.map((cell, c) => (r === 1 && c === 1 ? null : cell)))] } });
    expect(alone.ok && alone.value.value).toMatchObject({ consistent: true, cells: [{ row: 1, column: 1, lower: 19, upper: 19, exact: true }] });
  });

  it.each([
    ['primary', { value }, /contributions, or value and count/],
    ['primary', { value: [[-1]], count: [[1]] }, /below 0/],
    ['primary', { contributions: [{ row: 0.5, column: 0, value: 1 }] }, /row and column/],
    ['audit', { value, suppressed: [[1]] }, /must be 4 × 4/],
    ['attack', { editions: [[[1]]] }, /totals/],
  ])('refuses what %s cannot read', (op, input, why) => {
    const refused = computeMethod(disclosure, { op, input });
    expect(!refused.ok && JSON.stringify(refused)).toMatch(why);
  });
});
