import type { CellSet, MarginTable } from './margin-table.ts';
import type { Primary } from './primary.ts';
import { networkOf, type Network } from './room.ts';
import { demandOf, isProtected, protect, secondary, secondaryDefaults, type SecondaryOptions } from './secondary.ts';

/** An edition that is already out; all editions of one table have one shape, a cell that one has not is NaN. */
export interface Edition {
  table: MarginTable;
  primary: Primary;
  suppressed: CellSet;
  /** Nothing of it was published, totals neither. */
  withheld: boolean;
  /** Cells that were public with the same value before it came out. */
  out?: CellSet;
}

export interface NextEdition extends Edition {
  /** Sensitive cells that earlier editions, or the shape of the table, leave without enough room. */
  unprotected: number[];
}

/**
 * The pattern for a new edition beside those that are out, so that no two of them subtracted narrow a suppressed cell, even
 * for a reader who guesses every cell that has not changed. What was held back once stays held back. A cell that was out with
 * the same value protects nothing. A sensitive cell counts as protected when it can move, through cells that are closed in
 * all editions from some edition on and differ from every edition before (or are closed in all), by the same amount in each of these:
 * all published figures stay as they are, so nobody can tell. If that cannot be reached, or takes the room from a
 * cell of an earlier edition, the new one is withheld whole, which says nothing. Cost as `secondary` for each edition before.
 */
export function nextEdition(before: readonly Edition[], table: MarginTable, primary: Primary, options: SecondaryOptions = secondaryDefaults): NextEdition {
  const seen = before.filter(({ withheld }) => !withheld);
  const size = table.values.length;
  if (seen.some((one) => one.table.rows !== table.rows || one.table.columns !== table.columns)) throw new RangeError('all editions of a table must have one shape');
  if (seen.length === 0) return finish({ table, primary, ...secondary(table, primary, options), out: new Uint8Array(size) });
  const never = Uint8Array.from({ length: size }, (_, at) => (seen.some((one) => one.suppressed[at] === 0 && one.table.values[at] === table.values[at]) ? 1 : 0));
  const always = Uint8Array.from({ length: size }, (_, at) => (primary.sensitive[at] === 1 || seen.some((one) => one.suppressed[at] === 1) ? 1 : 0));
  const next: Edition = { table, primary, suppressed: always, withheld: false };
  const all = [...seen, next];
  // Whoever is alone in a cell of one edition may read all of them.
  const insiders = all.flatMap((one) => one.primary.insiders);
  const demand = { ...demandOf(table, primary, never), insiders };
  const runs = seen.map((_, from) => networkBetween(all, from, all.length));
  const exposed = demand.cells.filter((cell) => !runs.some((network) => isProtected(network, demand, cell)));
  const own = networkBetween(all, all.length - 1, all.length);
  const unprotected = protect(own, { ...demand, cells: exposed }, closedTo(all), options);
  next.suppressed = always.map((one, at) => (one === 1 || own.open[at] === 1 ? 1 : 0));
  const stands = seen.every((one, edition) => {
    const around = runsAround(all, edition);
    const asked = { ...demandOf(one.table, one.primary, one.out), insiders };
    return asked.cells.every((cell) => around.some((network) => isProtected(network, asked, cell)));
  });
  return finish({ table, primary, suppressed: stands ? next.suppressed : next.suppressed.map(() => 1), unprotected, out: never });
}

function finish({ suppressed, unprotected, ...rest }: Omit<NextEdition, 'withheld'>): NextEdition {
  const withheld = unprotected.length > 0 || suppressed.every((one) => one === 1);
  return { ...rest, suppressed: withheld ? suppressed.map(() => 1) : suppressed, withheld, unprotected };
}

/** Every run of editions that holds one, the longest first: a cell that moves in any of them, with no outside one tying it down, has its room. */
const runsAround = (all: readonly Edition[], edition: number): Network[] =>
  Array.from({ length: edition + 1 }, (_, from) => Array.from({ length: all.length - edition }, (_one, after) => networkBetween(all, from, all.length - after))).flat();

/** Cells that can move alike in the editions from `from` to before `until` without any other edition showing it. */
function networkBetween(all: readonly Edition[], from: number, until: number): Network {
  const inside = all.slice(from, until);
  const outside = all.filter((_, at) => at < from || at >= until);
  const { table } = inside[0] as Edition;
  const fall = table.values.map((_, at) => inside.reduce((least, one) => Math.min(least, one.table.values[at] as number), Infinity));
  const open = table.values.map((_, at) => (inside.every((one) => one.suppressed[at] === 1) && isOwn(inside, outside, at) ? 1 : 0));
  return networkOf(table, fall, Uint8Array.from(open));
}

const isOwn = (inside: readonly Edition[], outside: readonly Edition[], at: number): boolean =>
  !outside.some((other) => inside.some((one) => one.table.values[at] === other.table.values[at]));

/** Cells that the last edition cannot move alone, since an earlier one has the same value. */
const closedTo = (all: readonly Edition[]): CellSet => {
  const { table } = all.at(-1) as Edition;
  return Uint8Array.from({ length: table.values.length }, (_, at) => (isOwn(all.slice(-1), all.slice(0, -1), at) ? 0 : 1));
};
