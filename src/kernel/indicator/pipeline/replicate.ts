import { matrixOf, rowOf, type Matrix } from '../../stats/matrix.ts';
import type { Rng } from '../../stats/rng.ts';
import { rankScores } from '../aggregate/rank-scores.ts';
import { workspaceOf } from '../workspace.ts';
import type { Chain, Choices } from './chain.ts';
import { ChainRunner, scoresOf } from './run-chain.ts';
import { nodesOf, type Structure } from './structure.ts';

/** One thing that could have been decided otherwise, and the ways in which it could. */
export interface Dimension {
  name: string;
  /** Each takes the place of the same fields of the nominal choices. */
  alternatives: readonly Partial<Choices>[];
}

/** Which alternative each replication takes: replications × dimensions, row by row. */
export interface Draws {
  replications: number;
  dimensions: number;
  picks: Int32Array;
}

/** Draws every alternative with equal probability. */
export function drawAlternatives(dimensions: readonly Dimension[], replications: number, rng: Rng): Draws {
  const picks = new Int32Array(replications * dimensions.length);
  for (let at = 0; at < picks.length; at += 1) picks[at] = rng.whole(0, (dimensions[at % dimensions.length] as Dimension).alternatives.length - 1);
  return { replications, dimensions: dimensions.length, picks };
}

/** Alternatives for points in [0, 1)ᵈ, as a sensitivity design gives them: floor(u · number of alternatives). */
export function drawsAt(design: Matrix, dimensions: readonly Dimension[]): Draws {
  const picks = Int32Array.from(design.cells, (share, at) => Math.floor(share * (dimensions[at % design.columns] as Dimension).alternatives.length));
  return { replications: design.rows, dimensions: design.columns, picks };
}

/** The nominal choices with the alternatives of one replication in their place. */
export function choicesOf(nominal: Choices, dimensions: readonly Dimension[], { picks }: Draws, replication: number): Choices {
  const choices = { ...nominal };
  for (let at = 0; at < dimensions.length; at += 1) Object.assign(choices, (dimensions[at] as Dimension).alternatives[picks[replication * dimensions.length + at] as number]);
  return choices;
}

/** Weights each multiplied by a number from [1 − noise, 1 + noise), uniform; the top stays. `levels`: only nodes of these levels. */
export function noisyWeights(structure: Structure, count: number, noise: number, rng: Rng, levels?: ReadonlySet<number>): Float64Array[] {
  const nodes = nodesOf(structure);
  return Array.from({ length: count }, () =>
    Float64Array.from(nodes, ({ weight, parent, level }) => (parent === null || (levels && !levels.has(level)) ? weight : weight * (1 + noise * (2 * rng.unit() - 1)))),
  );
}

/**
 * Scores of the top for the replications from `from` until before `to`: replications × units, each row one run of the whole
 * chain; NaN where a unit was left out or has no score. Ranges can be shared out among workers: rows do not depend on each other.
 */
export function replicate(chain: Chain, nominal: Choices, dimensions: readonly Dimension[], draws: Draws, from = 0, to = draws.replications, into: Matrix = matrixOf(to - from, chain.raw.rows)): Matrix {
  const runner = new ChainRunner(chain);
  for (let replication = from; replication < to; replication += 1) {
    scoresOf(runner.run(choicesOf(nominal, dimensions, draws, replication)), chain.structure.target, rowOf(into, replication - from));
  }
  return into;
}

/** Ranks within each row (replication), highest score first, equal scores share the best place; missing stays missing. */
export function rankRows(scores: Matrix): Matrix {
  const ranks = matrixOf(scores.rows, scores.columns);
  const space = workspaceOf(scores.columns);
  for (let row = 0; row < scores.rows; row += 1) rankScores(rowOf(scores, row), { into: rowOf(ranks, row), space });
  return ranks;
}
