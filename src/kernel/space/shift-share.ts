export const shiftShareMethod = { id: 'shift-share', version: '1.0.0' } as const;

export type ShiftShareForm = 'Dunn' | 'Esteban' | 'Gerfin';

/** The parts of one growth, in the order of `componentNames`. Dunn and Esteban: in the unit of the data, their sum is the growth; Gerfin: ratios, multiplied. */
export type Components = number[];

export const componentNames = {
  Dunn: ['Growth (t1-t)', 'National share', 'Industrial mix', 'Regional share', 'Net total shift'],
  Esteban: ['Growth (t1-t)', 'National share', 'Industrial mix', 'Regional share', 'Allocation effect'],
  Gerfin: ['Industrial mix', 'Regional share', 'Net total shift'],
} as const satisfies Record<ShiftShareForm, readonly string[]>;

/** By industry the mix is part of the industry's own growth in the nation, so it has no row of its own. */
export const industryComponentNames = {
  Dunn: ['Growth (t1-t)', 'National share', 'Regional share', 'Net total shift'],
  Esteban: ['Growth (t1-t)', 'National share', 'Regional share', 'Allocation effect'],
  Gerfin: ['Industrial mix', 'Regional share', 'Net total shift'],
} as const satisfies Record<ShiftShareForm, readonly string[]>;

/** Employment by industry of a region and of the nation it is part of, at two times; all of one length, ≥ 0, none missing, nation ≥ region. */
export interface TwoTimes {
  region1: Float64Array;
  region2: Float64Array;
  nation1: Float64Array;
  nation2: Float64Array;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
const at = (values: Float64Array, place: number): number => values[place] as number;

interface Parts {
  /** e_i(E'_i/E_i): what the industry would have with the nation's growth in it; 0 where it did not exist in the nation. */
  withNation: number;
  regional: number;
  allocation: number;
}

/**
 * Esteban's regional and allocation effect need the industry's own growth rate in the region, which an industry that starts from 0 has not: both are NaN then.
 */
function partsOf(times: TwoTimes, place: number, sums: { region: number; nation: number }): Parts {
  const [e1, e2, n1, n2] = [at(times.region1, place), at(times.region2, place), at(times.nation1, place), at(times.nation2, place)];
  const withNation = e1 === 0 ? 0 : (e1 * n2) / n1;
  const gap = e1 === 0 ? (e2 === 0 ? 0 : NaN) : e2 / e1 - n2 / n1;
  const alike = (sums.region * n1) / sums.nation;
  return { withNation, regional: alike * gap, allocation: (e1 - alike) * gap };
}

/**
 * Shift–share of a region's growth between two times.
 * Dunn 1960: national Σe_i (E'/E − 1), mix Σe_i (E'_i/E_i − E'/E), regional Σe_i (e'_i/e_i − E'_i/E_i), net shift = mix + regional.
 * Esteban 1972: with b_i = e E_i/E, regional Σb_i (e'_i/e_i − E'_i/E_i), allocation Σ(e_i − b_i)(e'_i/e_i − E'_i/E_i).
 * Gerfin 1964: mix (Σe_i E'_i/E_i ÷ e)/(E'/E), regional e'/Σe_i E'_i/E_i, net shift = their product = (e'/e)/(E'/E). O(industries).
 */
export function shiftShare(times: TwoTimes, form: ShiftShareForm): Components {
  const sums = { region: total(times.region1), nation: total(times.nation1) };
  const [region2, growth] = [total(times.region2), total(times.nation2) / sums.nation];
  let expected = 0;
  let regional = 0;
  let allocation = 0;
  for (let place = 0; place < times.region1.length; place += 1) {
    const parts = partsOf(times, place, sums);
    expected += parts.withNation;
    regional += parts.regional;
    allocation += parts.allocation;
  }
  if (form === 'Gerfin') return [expected / sums.region / growth, region2 / expected, region2 / sums.region / growth];
  const national = sums.region * (growth - 1);
  const mix = expected - sums.region * growth;
  const before = [region2 - sums.region, national, mix];
  return form === 'Dunn' ? [...before, region2 - expected, mix + region2 - expected] : [...before, regional, allocation];
}

/** The same by industry, rows as `industryComponentNames`: the national share is the industry's own growth in the nation. O(industries). */
export function shiftShareByIndustry(times: TwoTimes, form: ShiftShareForm): Components[] {
  const sums = { region: total(times.region1), nation: total(times.nation1) };
  const growth = total(times.nation2) / sums.nation;
  const rows: Components[] = industryComponentNames[form].map(() => []);
  for (let place = 0; place < times.region1.length; place += 1) {
    const [e1, e2] = [at(times.region1, place), at(times.region2, place)];
    const { withNation, regional, allocation } = partsOf(times, place, sums);
    const ratio = at(times.nation2, place) / at(times.nation1, place) / growth;
    const column = {
      Dunn: [e2 - e1, withNation - e1, e2 - withNation, e2 - withNation],
      Esteban: [e2 - e1, withNation - e1, regional, allocation],
      Gerfin: [ratio, e2 / withNation, ratio * (e2 / withNation)],
    }[form];
    for (const [row, value] of column.entries()) rows[row]?.push(value);
  }
  return rows;
}

/** Year by year: Dunn and Esteban are summed, Gerfin's ratios multiplied. `steps[k]` are the times k and k + 1. Barff, Knight 1988. */
export function dynamicShiftShare(steps: readonly TwoTimes[], form: ShiftShareForm): { total: Components; perYear: Components[] } {
  const each = steps.map((step) => shiftShare(step, form));
  const perYear = componentNames[form].map((_, row) => each.map((year) => year[row] as number));
  const whole = perYear.map((row) => (form === 'Gerfin' ? row.reduce((product, value) => product * value, 1) : row.reduce((sum, value) => sum + value, 0)));
  return { total: whole, perYear };
}
