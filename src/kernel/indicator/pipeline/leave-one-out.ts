import { columnsOf, type Matrix } from '../../stats/matrix.ts';
import { rankScores } from '../aggregate/rank-scores.ts';
import type { Normalisation } from '../normalise/normalisation.ts';
import type { Chain, Choices } from './chain.ts';
import { meanRankChange } from './rank-interval.ts';
import { topScores } from './run-chain.ts';
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
  const { imputation } = choices;
  const direction = 'direction' in imputation && imputation.direction ? { direction: left.direction } : {};
  return {
    chain: { ...chain, structure: left, raw: columnsOf(raw, columns), denominatorOf: Int32Array.from(columns, (column) => denominatorOf[column] as number) },
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
  const before = rankScores(topScores(chain, choices));
  return codes.flatMap((code) => {
    const less = chainWithout(chain, choices, code);
    if (!less) return [];
    const scores = topScores(less.chain, less.choices);
    const ranks = rankScores(scores);
    const table: Matrix = { rows: 1, columns: ranks.length, cells: ranks };
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
