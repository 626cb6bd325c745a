import type { Workspace } from '../workspace.ts';
import type { ColumnNormaliser, Normalisation, Ties } from './normalisation.ts';

/** How many sorted values (NaN last, `count` numbers) lie below the value, or at and below it where `through`. Cost O(log n). */
function placesBelow(sorted: Float64Array, count: number, value: number, through: boolean): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const there = sorted[middle] as number;
    if (there < value || (through && there === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Ranks of `space.column` into `space.out`, 1 = lowest, missing = NaN; equal values share their places as `ties` says.
 * Returns how many values there are. Cost O(n log n), nothing allocated.
 */
export function rankInto(space: Workspace, ties: Ties): number {
  const { column, out, sorted } = space;
  sorted.set(column);
  sorted.sort();
  let count = 0;
  for (let row = 0; row < column.length; row += 1) if (!Number.isNaN(column[row] as number)) count += 1;
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] as number;
    if (Number.isNaN(value)) {
      out[row] = NaN;
      continue;
    }
    const first = ties === 'max' ? 0 : placesBelow(sorted, count, value, false) + 1;
    const last = ties === 'min' ? 0 : placesBelow(sorted, count, value, true);
    out[row] = ties === 'min' ? first : ties === 'max' ? last : (first + last) / 2;
  }
  return count;
}

type Of<Method extends Normalisation['method']> = Extract<Normalisation, { method: Method }>;

/** Rank, 1 = lowest. */
export const rank: ColumnNormaliser<Of<'rank'>> = ({ ties }, { space }) => {
  rankInto(space, ties);
};

/** Borda points: rank − 1. */
export const borda: ColumnNormaliser<Of<'borda'>> = ({ ties }, { space }) => {
  rankInto(space, ties);
  for (let row = 0; row < space.out.length; row += 1) space.out[row] = (space.out[row] as number) - 1;
};

/** (rank − 1) ÷ (n − 1), n counted without the missing. */
export const percentileRank: ColumnNormaliser<Of<'percentile-rank'>> = ({ ties }, { column, space, doubts }) => {
  const count = rankInto(space, ties);
  if (count < 2) doubts?.push({ at: column, why: count === 0 ? 'empty' : 'zeroDivisor' });
  for (let row = 0; row < space.out.length; row += 1) space.out[row] = count < 2 ? NaN : ((space.out[row] as number) - 1) / (count - 1);
};
