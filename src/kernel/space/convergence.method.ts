import { fault, type Fields } from '../method/fields.ts';
import type { Computed, Method } from '../method/method.ts';
import { betaConvergence, sigmaConvergence } from './convergence.ts';

/** Units with a value at both times. */
function pairs(input: Fields, least: number): { y1: Float64Array; y2: Float64Array; warnings: string[] } {
  const first = input.numbers('y1', { missing: true });
  const second = input.numbers('y2', { missing: true, length: first.length });
  const isKnown = (_: number, at: number): boolean => !Number.isNaN(first[at]) && !Number.isNaN(second[at]);
  const [y1, y2] = [first.filter(isKnown), second.filter(isKnown)];
  if ([...y1, ...y2].some((value) => value <= 0)) fault('input.y1 and input.y2 must be positive: their logarithms are taken');
  if (y1.length < least) fault(`input.y1 and input.y2 must have at least ${least} units with both values`);
  return { y1, y2, warnings: y1.length < first.length ? [`${first.length - y1.length} units without both values are left out`] : [] };
}

function warned(value: object, warnings: string[], why: string): Computed {
  if (Object.values(value).some((one) => !Number.isFinite(one))) warnings.push(why);
  return { value, warnings };
}

const input = { y1: 'value of each unit at the first time, > 0; null = missing, the unit is left out', y2: 'at the second time' };

export const convergence: Method = {
  id: 'convergence',
  version: '1.0.0',
  title: 'Convergence of regions',
  operations: {
    'beta-convergence': {
      summary: 'Absolute β convergence by least squares, with speed per year and half-life',
      input: { ...input, t1: 'first year', t2: 'second year' },
      output: '{alpha, beta, seBeta, tBeta, pBeta, r2, lambdaREAT, lambdaBarro, halfLifeBarro}; speeds per year, half-life in years',
      source: 'Barro, Sala-i-Martin 1992',
      compute: (given) => {
        const years = given.number('t2') - given.number('t1');
        if (!(years > 0)) fault('input.t2 must be after input.t1');
        const { y1, y2, warnings } = pairs(given, 3);
        return warned(betaConvergence(y1, y2, years), warnings, 'some results have no number: the first values do not vary, the fit is exact, or there is no convergence to give a half-life');
      },
    },
    'sigma-convergence': {
      summary: 'Spread of logarithms at two times, with an F test',
      input,
      output: '{sdLog1, sdLog2, quotient, F, p, cv1, cv2}',
      source: 'Barro, Sala-i-Martin 1992',
      compute: (given) => {
        const { y1, y2, warnings } = pairs(given, 2);
        return warned(sigmaConvergence(y1, y2), warnings, 'values at the second time do not vary');
      },
    },
  },
};
