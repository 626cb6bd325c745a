import { matrixOf, type Matrix } from '../../stats/matrix.ts';
import { rankScores } from '../aggregate/rank-scores.ts';
import type { Normalisation } from '../normalise/normalisation.ts';
import type { Chain, Choices } from './chain.ts';
import { meanRankChange } from './rank-interval.ts';
import { ChainRunner, scoresOf } from './run-chain.ts';
import { nodesOf, nodesWithout, structureOf } from './structure.ts';

/** What becomes of scores and ranks when one node of the tree is not there. One number per unit of the raw table. */
export interface WithoutOne {
  code: string;
  scores: Float64Array;
  ranks: Float64Array;
  /** Mean over units of |rank − rank with it|. */
  meanRankChange: number;
  /** The unit whose rank moves most, and by how many places (negative: up). −1 where none moves. */
  mostMoved: number;
  move: number;
}

/** The chain as if a node (and all below it) had never been there: screening, imputation by row and all else see only what is left. Null where nothing would be left. */
export function chainWithout(chain: Chain, choices: Choices, code: string): { chain: Chain; choices: Choices } | null {
  const { structure, raw, denominatorOf } = chain;
  const left = structureOf(nodesWithout(nodesOf(structure), code));
  if ('fault' in left) return null;
  const was = left.codes.map((one) => structure.codes.indexOf(one));
  const columns = was.slice(0, left.indicators);
  const narrowed = matrixOf(raw.rows, columns.length);
  for (let row = 0; row < raw.rows; row += 1) {
    for (const [to, from] of columns.entries()) narrowed.cells[row * columns.length + to] = raw.cells[row * raw.columns + from] as number;
  }
  const { imputation } = choices;
  const direction = 'direction' in imputation && imputation.direction ? { direction: left.direction } : {};
  return {
    chain: { ...chain, structure: left, raw: narrowed, denominatorOf: Int32Array.from(columns, (column) => denominatorOf[column] as number) },
    choices: {
      ...choices,
      weights: Float64Array.from(was, (node) => choices.weights[node] as number),
      normalisation: narrowNormalisation(choices.normalisation, columns),
      imputation: { ...imputation, ...direction },
    },
  };
}

function narrowNormalisation(normalisation: Normalisation, columns: readonly number[]): Normalisation {
  const narrow = (settings: Float64Array): Float64Array => Float64Array.from(columns, (column) => settings[column] as number);
  if (normalisation.method === 'goalposts') return { ...normalisation, lower: narrow(normalisation.lower), upper: narrow(normalisation.upper) };
  if (normalisation.method === 'dist2target') return { ...normalisation, target: narrow(normalisation.target) };
  return normalisation;
}

/** Runs the chain without each of the nodes in turn (all indicators where no codes are given). Cost: one run each. */
export function leaveOneOut(chain: Chain, choices: Choices, codes: readonly string[] = chain.structure.codes.slice(0, chain.structure.indicators)): WithoutOne[] {
  const units = chain.raw.rows;
  const before = rankScores(scoresOf(new ChainRunner(chain).run(choices), chain.structure.target, new Float64Array(units)));
  return codes.flatMap((code) => {
    const less = chainWithout(chain, choices, code);
    if (!less) return [];
    const scores = scoresOf(new ChainRunner(less.chain).run(less.choices), less.chain.structure.target, new Float64Array(units));
    const ranks = rankScores(scores);
    const table: Matrix = { rows: 1, columns: units, cells: ranks };
    return [{ code, scores, ranks, meanRankChange: meanRankChange(before, table)[0] as number, ...furthest(before, ranks) }];
  });
}

function furthest(before: Float64Array, after: Float64Array): { mostMoved: number; move: number } {
  let mostMoved = -1;
  let move = 0;
  for (let unit = 0; unit < before.length; unit += 1) {
    const by = (after[unit] as number) - (before[unit] as number);
    if (Math.abs(by) > Math.abs(move)) [mostMoved, move] = [unit, by];
  }
  return { mostMoved, move };
}
