import type { ColumnNormaliser, ColumnPlace, Normalisation } from './normalisation.ts';
import type { DoubtReason } from '../workspace.ts';

type Of<Method extends Normalisation['method']> = Extract<Normalisation, { method: Method }>;

function leastOf(column: Float64Array): number {
  let least = Infinity;
  for (let row = 0; row < column.length; row += 1) if ((column[row] as number) < least) least = column[row] as number;
  return least;
}

function mostOf(column: Float64Array): number {
  let most = -Infinity;
  for (let row = 0; row < column.length; row += 1) if ((column[row] as number) > most) most = column[row] as number;
  return most;
}

function giveUp({ column, space, doubts }: ColumnPlace, why: DoubtReason): void {
  doubts?.push({ at: column, why });
  space.out.fill(NaN);
}

/** out = base + slope · (x − from), held at `cap` from above. */
function shift({ space }: ColumnPlace, from: number, slope: number, base: number, cap = Infinity): void {
  const { column, out } = space;
  for (let row = 0; row < column.length; row += 1) {
    const value = base + slope * ((column[row] as number) - from);
    out[row] = value > cap ? cap : value;
  }
}

/** l + (u − l)(x − min) ÷ (max − min). */
export const minmax: ColumnNormaliser<Of<'minmax'>> = ({ range }, place) => {
  const { column, out } = place.space;
  const least = leastOf(column);
  const width = mostOf(column) - least;
  if (!(width > 0)) return giveUp(place, width === 0 ? 'constant' : 'empty');
  const [from, to] = range;
  for (let row = 0; row < column.length; row += 1) out[row] = (((column[row] as number) - least) / width) * (to - from) + from;
};

/** 1 − (max − x) ÷ (max − min): the share of the way from the worst to the best. */
export const distanceToMaximum: ColumnNormaliser<Of<'dist2max'>> = (_, place) => {
  const least = leastOf(place.space.column);
  const most = mostOf(place.space.column);
  if (!(most > least)) return giveUp(place, most === least ? 'constant' : 'empty');
  shift(place, most, 1 / (most - least), 1);
};

/** (x − min) ÷ (x of the reference unit − min); `refUnit` counts from 1. */
export const distanceToReference: ColumnNormaliser<Of<'dist2ref'>> = ({ refUnit, cap }, place) => {
  const reference = place.space.column[refUnit - 1] as number;
  if (Number.isNaN(reference)) return giveUp(place, 'referenceMissing');
  const least = leastOf(place.space.column);
  if (reference === least) return giveUp(place, 'zeroDivisor');
  shift(place, least, 1 / (reference - least), 0, cap ? 1 : Infinity);
};

/** (x − min) ÷ (target − min). */
export const distanceToTarget: ColumnNormaliser<Of<'dist2target'>> = ({ target, cap }, place) => {
  const aim = (target[place.column] as number) * place.direction;
  const least = leastOf(place.space.column);
  if (least === Infinity) return giveUp(place, 'empty');
  if (!(aim > least)) return giveUp(place, 'targetNotAboveMinimum');
  shift(place, least, 1 / (aim - least), 0, cap ? 1 : Infinity);
};

/** (x − lo) ÷ (hi − lo) · scale between posts in raw units; the posts change places where less is better. */
export const goalposts: ColumnNormaliser<Of<'goalposts'>> = ({ lower, upper, scale, truncate }, place) => {
  const { column, out } = place.space;
  const { direction } = place;
  const from = direction * (direction < 0 ? upper : lower)[place.column]!;
  const to = direction * (direction < 0 ? lower : upper)[place.column]!;
  if (to === from) return giveUp(place, 'goalpostsEqual');
  for (let row = 0; row < column.length; row += 1) {
    const value = (((column[row] as number) - from) / (to - from)) * scale;
    out[row] = truncate ? Math.min(Math.max(value, 0), scale) : value;
  }
};

/** x ÷ max. */
export const shareOfMaximum: ColumnNormaliser<Of<'fracmax'>> = (_, place) => {
  const most = mostOf(place.space.column);
  if (most === -Infinity) return giveUp(place, 'empty');
  if (most === 0) return giveUp(place, 'zeroDivisor');
  const { column, out } = place.space;
  for (let row = 0; row < column.length; row += 1) out[row] = (column[row] as number) / most;
};

/** x as it is, after direction. */
export const untouched: ColumnNormaliser<Of<'none'>> = (_, { space }) => space.out.set(space.column);
