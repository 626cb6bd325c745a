import { fault, type Fields } from '../method/fields.ts';
import type { Method } from '../method/method.ts';
import { normalise } from './normalise/normalise.ts';
import type { Normalisation, NormalisationMethod, Ties } from './normalise/normalisation.ts';
import { readTable, tableInput, type SentTable } from './read-table.ts';
import type { Doubt } from './workspace.ts';

const ties = ['min', 'average', 'max'] as const satisfies readonly Ties[];

function rangeOf(params: Fields): readonly [number, number] {
  if (!params.has('range')) return [0, 100];
  const [from, to] = params.numbers('range', { length: 2 }) as unknown as [number, number];
  return from < to ? [from, to] : fault('params.range must be [from, to] with from below to');
}

type Reader = (params: Fields, table: SentTable) => Normalisation;

const readers: { readonly [Name in NormalisationMethod]: Reader } = {
  minmax: (params) => ({ method: 'minmax', range: rangeOf(params) }),
  zscore: (params) => ({ method: 'zscore', mean: params.number('mean', 0), sd: params.number('sd', 1) }),
  rank: (params) => ({ method: 'rank', ties: params.choice('ties', ties, 'min') }),
  borda: (params) => ({ method: 'borda', ties: params.choice('ties', ties, 'min') }),
  'percentile-rank': (params) => ({ method: 'percentile-rank', ties: params.choice('ties', ties, 'min') }),
  dist2max: () => ({ method: 'dist2max' }),
  dist2ref: (params, { matrix }) => {
    const refUnit = params.whole('refUnit', 1);
    if (refUnit > matrix.rows) fault(`params.refUnit must be a row from 1 to ${matrix.rows}`);
    return { method: 'dist2ref', refUnit, cap: params.flag('cap', false) };
  },
  dist2target: (params, { matrix }) => ({ method: 'dist2target', target: params.numbers('target', { length: matrix.columns }), cap: params.flag('cap', false) }),
  goalposts: (params, { matrix }) => ({
    method: 'goalposts',
    lower: params.numbers('lower', { length: matrix.columns }),
    upper: params.numbers('upper', { length: matrix.columns }),
    scale: params.number('scale', 1),
    truncate: params.flag('truncate', true),
  }),
  fracmax: () => ({ method: 'fracmax' }),
  none: () => ({ method: 'none' }),
};

/** Normalisation of a table of indicators: OECD/JRC Handbook, step 5. */
export const compositeNormalise: Method = {
  id: 'composite-normalise',
  version: '1',
  title: 'Put indicators on one scale',
  operations: {
    normalise: {
      summary: 'Puts every indicator on one scale, after its direction.',
      input: tableInput,
      params: {
        method: Object.keys(readers).join(' | '),
        range: 'minmax: [from, to]; default [0, 100]',
        mean: 'zscore: mean of the result; default 0',
        sd: 'zscore: standard deviation of the result; default 1',
        ties: 'rank, borda, percentile-rank: min | average | max; default min',
        refUnit: 'dist2ref: row of the reference unit, counted from 1',
        target: 'dist2target: one per indicator, in raw units',
        lower: 'goalposts: one per indicator, in raw units',
        upper: 'goalposts: one per indicator, in raw units',
        scale: 'goalposts: value at the upper post; default 1',
        truncate: 'goalposts: hold values between the posts; default true',
        cap: 'dist2ref, dist2target: hold values at 1; default false',
      },
      output: 'units × indicators, null where missing or where the method has no value',
      source: 'OECD/JRC Handbook on Constructing Composite Indicators (2008), step 5',
      compute: (input, params) => {
        const table = readTable(input);
        const method = params.choice('method', Object.keys(readers) as NormalisationMethod[]);
        const doubts: Doubt[] = [];
        const value = normalise(table.matrix, readers[method](params, table), { direction: table.direction, doubts });
        return { value, warnings: table.columnWarnings(doubts) };
      },
    },
  },
};
