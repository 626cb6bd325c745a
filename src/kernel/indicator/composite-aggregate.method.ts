import { fault, type Fields } from '../method/fields.ts';
import type { Method } from '../method/method.ts';
import { aggregate, frameOf } from './aggregate/aggregate.ts';
import type { Aggregation, AggregationMethod } from './aggregate/aggregation.ts';
import { outrank } from './aggregate/outranking.ts';
import { rankScores } from './aggregate/rank-scores.ts';
import { readTable, tableInput, type SentTable } from './read-table.ts';
import type { Doubt } from './workspace.ts';

const readers: { readonly [Name in AggregationMethod]: (params: Fields) => Aggregation } = {
  arithmetic: () => ({ method: 'arithmetic' }),
  geometric: () => ({ method: 'geometric' }),
  harmonic: () => ({ method: 'harmonic' }),
  power: (params) => ({ method: 'power', p: params.number('p') }),
  copeland: () => ({ method: 'copeland' }),
  mpi: (params) => ({ method: 'mpi', penalty: params.choice('penalty', ['POS', 'NEG'], 'POS') }),
};

function weightsOf(input: Fields, { matrix }: SentTable): Float64Array {
  if (!input.has('weights')) return new Float64Array(matrix.columns).fill(1);
  const weights = input.numbers('weights', { length: matrix.columns });
  if (weights.some((weight) => weight < 0) || !weights.some((weight) => weight > 0)) fault('input.weights must be 0 or more, and not all 0');
  return weights;
}

function thresholdOf(params: Fields): number {
  const threshold = params.number('dataThreshold', 0);
  return threshold >= 0 && threshold <= 1 ? threshold : fault('params.dataThreshold must be a share from 0 to 1');
}

const { direction: _, ...undirected } = tableInput;
const weighedInput = { ...undirected, weights: 'one per indicator, 0 or more, any sum; equal where absent' };
const handbook = 'OECD/JRC Handbook on Constructing Composite Indicators (2008), step 6';

/** Scores from indicators on one scale, and their ranks: OECD/JRC Handbook, step 6. */
export const compositeAggregate: Method = {
  id: 'composite-aggregate',
  version: '1',
  title: 'Put indicators together to a score',
  operations: {
    aggregate: {
      summary: 'One score per unit; weights are rescaled over the indicators that have a value.',
      input: weighedInput,
      params: {
        method: Object.keys(readers).join(' | '),
        p: 'power: exponent',
        penalty: 'mpi: POS (M(1 − cv²), default) | NEG (M(1 + cv²))',
        dataThreshold: 'share of indicators that must have a value; default 0',
      },
      output: 'one score per unit, null where missing',
      source: `${handbook}; Copeland: Munda (2008); mpi: Mazziotta and Pareto (2016)`,
      compute: (input, params) => {
        const table = readTable(input);
        const method = params.choice('method', Object.keys(readers) as AggregationMethod[], 'arithmetic');
        const doubts: Doubt[] = [];
        const value = aggregate(table.matrix, weightsOf(input, table), readers[method](params), { dataThreshold: thresholdOf(params), doubts });
        return { value, warnings: table.rowWarnings(doubts) };
      },
    },
    outranking: {
      summary: 'By what share of the weight each unit is better than each other.',
      input: weighedInput,
      output: '{matrix: units × units, 0 on the diagonal; nDominant: pairs in which one is better by the whole weight}',
      source: 'Munda (2008), Social Multi-Criteria Evaluation',
      compute: (input) => {
        const table = readTable(input);
        const matrix = outrank(frameOf(table.matrix, weightsOf(input, table)));
        return { value: { matrix, nDominant: matrix.cells.reduce((count, one) => (one === 1 ? count + 1 : count), 0) } };
      },
    },
    rank: {
      summary: 'Ranks of scores.',
      input: { values: 'scores, null = missing' },
      params: { ties: 'min | average | max; default min', order: 'descending (the highest is 1, default) | ascending' },
      output: 'one rank per score, null where missing',
      source: handbook,
      compute: (input, params) => ({
        value: rankScores(input.numbers('values', { missing: true }), {
          ties: params.choice('ties', ['min', 'average', 'max'], 'min'),
          order: params.choice('order', ['descending', 'ascending'], 'descending'),
        }),
      }),
    },
  },
};
