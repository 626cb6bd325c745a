import { fault } from '../../method/fields.ts';
import type { Method } from '../../method/method.ts';
import { rngFrom } from '../../stats/rng.ts';
import { saltelliDesign, sobolIndices, sobolMethod } from './sobol.ts';

const source = 'Saltelli et al. 2010 (first order), Jansen 1999 (total order)';

/** Sobol indices, reachable from outside. */
export const sobolFromOutside: Method = {
  ...sobolMethod,
  title: 'Sobol sensitivity indices: which input moves the output',
  operations: {
    sobol: {
      summary: 'First-order and total-order indices of outputs computed at a Saltelli design.',
      input: { N: 'points of each base sample', d: 'number of inputs', y: 'N·(d+2) outputs in the order A, B, AB_1 … AB_d', sample: 'the points themselves, optional and not used' },
      output: '{ variance, Si, STi }: variance of y over A and B; one share for each input; a negative Si is sampling error and stays',
      source,
      compute(input) {
        const points = input.whole('N', 2);
        const inputs = input.whole('d', 1);
        const outputs = input.numbers('y', { length: points * (inputs + 2) });
        const { variance, first, total } = sobolIndices(outputs, points, inputs);
        const warnings = variance > 0 ? [] : ['the output does not vary: there is nothing to share out'];
        if (first.some((share) => share < 0)) warnings.push('a first-order index is negative: with so few points it cannot be told from 0');
        return { value: { variance, Si: first, STi: total }, warnings };
      },
    },
    design: {
      summary: 'Points at which to compute the outputs.',
      input: { N: 'points of each base sample, at least 2', d: 'number of inputs' },
      params: { seed: 'whole number, default 1' },
      output: 'matrix N·(d+2) × d in [0, 1): A, B, AB_1 … AB_d',
      source,
      compute(input, params) {
        const points = input.whole('N', 2);
        const inputs = input.whole('d', 1);
        if (points * (inputs + 2) * inputs > 20_000_000) fault('input.N and input.d must not ask for more than 20 million numbers');
        return { value: saltelliDesign(points, inputs, rngFrom(params.whole('seed', 0, 1))) };
      },
    },
  },
};
