import { fault, type Fields } from '../method/fields.ts';
import type { Computed, Operation } from '../method/method.ts';
import { hooverIndex } from './concentration.ts';
import { atkinson, generalisedEntropy, gini, theil, variation } from './inequality.ts';

/** The known values; refuses negative ones and a sum of 0, which has no shares. */
function valuesOf(input: Fields): { x: Float64Array; warnings: string[] } {
  const given = input.numbers('x', { missing: true });
  const x = given.filter((value) => !Number.isNaN(value));
  if (x.some((value) => value < 0)) fault('input.x must not be negative');
  if (!x.some((value) => value > 0)) fault('input.x must hold a positive number');
  return { x, warnings: x.length < given.length ? [`${given.length - x.length} missing values are left out`] : [] };
}

const ofValues = (summary: string, output: string, source: string, compute: (x: Float64Array, params: Fields) => Record<string, number>, params?: Record<string, string>): Operation => ({
  summary,
  input: { x: 'numbers ≥ 0 in one unit; null = missing, is left out' },
  ...(params && { params }),
  output,
  source,
  compute: (input, given): Computed => {
    const { x, warnings } = valuesOf(input);
    const value = compute(x, given);
    if (Object.values(value).some((one) => !Number.isFinite(one))) warnings.push('a logarithm of 0 or a single value leaves a result without a finite number');
    return { value, warnings };
  },
});

/** Operations of the method `specialisation` on one list of values. */
export const inequalityOperations: Readonly<Record<string, Operation>> = {
  'hoover-concentration-pair': {
    summary: '½Σ|x/X − ref/Ref|',
    input: { x: 'numbers ≥ 0', ref: 'numbers ≥ 0, as many; a pair with a null is left out' },
    output: 'one number, 0 … 1',
    source: 'Hoover 1936',
    compute: (input) => {
      const x = input.numbers('x', { missing: true });
      const reference = input.numbers('ref', { missing: true, length: x.length });
      if ([...x, ...reference].some((value) => value < 0)) fault('input.x and input.ref must not be negative');
      const value = hooverIndex(x, reference);
      return { value, warnings: Number.isNaN(value) ? ['nothing to share out: a sum is 0'] : [] };
    },
  },
  gini: ofValues('Gini coefficient, and corrected by n/(n − 1)', '{gini, giniCorrected}', 'Gini 1912', (x) => gini(x)),
  theil: ofValues('Theil’s T and the mean logarithmic deviation', '{theilT, mld}', 'Theil 1967', (x) => theil(x)),
  atkinson: ofValues('Atkinson’s index for ε = ½ and 1', '{a05, a1} and {a} for the ε asked for', 'Atkinson 1970', (x, params) => {
    const value = { a05: atkinson(x, 0.5), a1: atkinson(x, 1) };
    if (!params.has('epsilon')) return value;
    const epsilon = params.number('epsilon');
    return { ...value, a: epsilon >= 0 ? atkinson(x, epsilon) : fault('params.epsilon must be ≥ 0') };
  }, { epsilon: 'another ε ≥ 0, optional' }),
  'generalised-entropy': ofValues('Coefficient of variation (population), and generalised entropy for the α asked for', '{cv} and {ge}', 'Shorrocks 1980', (x, params): Record<string, number> =>
    params.has('alpha') ? { cv: variation(x), ge: generalisedEntropy(x, params.number('alpha')) } : { cv: variation(x) }, { alpha: 'optional' }),
};
