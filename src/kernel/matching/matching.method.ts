import { assignOptimally } from '../assign/optimal-assignment.ts';
import { fault, type Fields } from '../method/fields.ts';
import type { Method } from '../method/method.ts';
import { rowsOf } from '../stats/matrix.ts';
import { averagePrecision, fuseRanks, ndcg, precisionAt, recallAt, reciprocalRank } from './ranking.ts';

const costsOf = (input: Fields): number[][] => rowsOf(input.matrix('cost')) as number[][];

/** 1 for what passes the test of relevance, as `relevance >= 2`; else 0. */
function passesOf(params: Fields, relevance: readonly number[]): number[] {
  const told = params.text('binary', 'relevance >= 1');
  const [, sign, bound] = /^\s*relevance\s*(>=|>|≥)\s*(-?\d+(?:\.\d+)?)\s*$/.exec(told) ?? [];
  if (sign === undefined) fault('params.binary must be like: relevance >= 2');
  return relevance.map((value) => Number(sign === '>' ? value > Number(bound) : value >= Number(bound)));
}

export const matching: Method = {
  id: 'matching',
  version: '1',
  title: 'Optimal assignment, quality of rankings, fusion of rankings',
  operations: {
    assignment: {
      summary: 'Least and greatest total of an assignment of rows to columns, each used at most once.',
      input: { cost: 'matrix rows × columns, any unit; no missing values' },
      output: '{ minTotal, maxTotal } in the unit of the costs',
      source: 'Jonker, Volgenant 1987; Crouse 2016',
      compute: (input) => {
        const costs = costsOf(input);
        return { value: { minTotal: assignOptimally(costs).total, maxTotal: assignOptimally(costs, { maximise: true }).total } };
      },
    },
    'optimal-pairs': {
      summary: 'One assignment of the least (or greatest) total.',
      input: { cost: 'matrix rows × columns, any unit; no missing values' },
      params: { maximise: 'true for the greatest total; default false' },
      output: '{ columns: column of each row from 0, null for none; total }',
      source: 'Jonker, Volgenant 1987; Crouse 2016',
      compute: (input, params) => {
        const { columns, total } = assignOptimally(costsOf(input), { maximise: params.flag('maximise', false) });
        return { value: { columns: columns.map((column) => (column < 0 ? null : column)), total } };
      },
    },
    'ranking-metrics': {
      summary: 'How good a ranked list is; equal scores keep the order given.',
      input: { relevance: 'list, the true worth of each item, ≥ 0', scores: 'list as long, what the items were ranked by, higher first' },
      params: { binary: 'which items count as relevant for ap, mrr, p and recall; default “relevance >= 1”', k: 'depth of ndcg, p and recall; default 5' },
      output: '{ ndcg, ndcg<k>, ap, mrr, p<k>, recall<k> } in 0..1',
      source: 'Järvelin, Kekäläinen 2002 (linear gain, log2 discount)',
      compute: (input, params) => {
        const relevance = [...input.numbers('relevance')];
        const scores = [...input.numbers('scores', { length: relevance.length })];
        const k = params.whole('k', 1, 5);
        const passes = passesOf(params, relevance);
        if (relevance.some((value) => value < 0)) fault('input.relevance must not be negative');
        const value = {
          ndcg: ndcg(relevance, scores), [`ndcg${k}`]: ndcg(relevance, scores, k), ap: averagePrecision(passes, scores),
          mrr: reciprocalRank(passes, scores), [`p${k}`]: precisionAt(k, passes, scores), [`recall${k}`]: recallAt(k, passes, scores),
        };
        return { value, warnings: passes.includes(1) ? [] : ['no item is relevant: ap, mrr, p and recall are 0 by convention'] };
      },
    },
    'reciprocal-rank-fusion': {
      summary: 'One score for each item from several rankings of the same items.',
      input: { rankings: 'list of lists of items, each the best first; a list may leave items out' },
      params: { k: 'damping; default 60' },
      output: '{ item: Σ 1 / (k + rank) }',
      source: 'Cormack, Clarke, Büttcher 2009',
      compute: (input, params) => {
        const rankings = input.list('rankings', 'a list with at least one ranking').map(rankingOf);
        const k = params.number('k', 60);
        if (k < 0) fault('params.k must be ≥ 0');
        return { value: fuseRanks(rankings, k) };
      },
    },
  },
};

function rankingOf(held: unknown, at: number): string[] {
  if (!Array.isArray(held)) fault(`input.rankings[${at}] must be a list of items`);
  const items = (held as unknown[]).map((item) => (typeof item === 'string' || typeof item === 'number' ? String(item) : fault(`input.rankings[${at}] must hold numbers or texts`)));
  const twice = items.find((item, place) => items.indexOf(item) !== place);
  return twice === undefined ? items : fault(`input.rankings[${at}] holds “${twice}” twice`);
}
