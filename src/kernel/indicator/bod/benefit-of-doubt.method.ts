import { fault, type Fields } from '../../method/fields.ts';
import type { Method } from '../../method/method.ts';
import { benefitOfDoubt, benefitOfDoubtMethod, boundsCanMeet, type ShareBounds } from './benefit-of-doubt.ts';

/** One bound for all indicators, or one for each. */
function bound(params: Fields, key: string, columns: number, fallback: number): Float64Array {
  if (Array.isArray(params.raw(key))) return params.numbers(key, { length: columns });
  return new Float64Array(columns).fill(params.number(key, fallback));
}

/** Benefit of the doubt, reachable from outside. */
export const benefitOfDoubtFromOutside: Method = {
  ...benefitOfDoubtMethod,
  title: 'Benefit of the doubt: each unit with the weights that suit it best',
  operations: {
    bod: {
      summary: 'The best score that any weights give to each unit, when no unit may score above 1 with them.',
      input: { values: 'matrix units × indicators; each 0 or more, higher is better; no missing cell', units: 'names of the units, optional', indicators: 'names of the indicators, optional' },
      params: {
        shareLower: 'smallest share of an indicator in the score of the unit judged: a number for all or a list, default 0',
        shareUpper: 'largest share, likewise, default 1',
      },
      output: '{ scores }: one number in [0, 1] for each unit',
      source: 'Cherchye, Moesen, Rogge, Van Puyenbroeck 2007; share bounds: Wong, Beasley 1990',
      compute(input, params) {
        const values = input.matrix('values');
        if (values.cells.some((cell) => cell < 0)) fault('input.values must be 0 or more in every cell: turn indicators where less is better, and shift, first');
        const bounds: ShareBounds = { lower: bound(params, 'shareLower', values.columns, 0), upper: bound(params, 'shareUpper', values.columns, 1) };
        if (!boundsCanMeet(bounds)) fault('params.shareLower and shareUpper must leave shares that add up to 1: 0 ≤ lower ≤ upper, Σ lower ≤ 1 ≤ Σ upper');
        const free = bounds.lower.every((share) => share === 0) && bounds.upper.every((share) => share >= 1);
        const { scores, converged, residual } = benefitOfDoubt(values, free ? {} : { bounds });
        const warnings = scores.some((score) => score === 0) ? ['a unit scores 0: it is 0 in every indicator, or in one that must have a share'] : [];
        if (residual > 1e-7) warnings.push(`a constraint is missed by ${residual}: the values differ by too many orders of magnitude`);
        return { value: { scores }, converged, warnings };
      },
    },
  },
};
