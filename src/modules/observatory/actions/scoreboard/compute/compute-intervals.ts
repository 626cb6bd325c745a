import { rankScores } from '#kernel/indicator/aggregate/rank-scores.ts';
import { meanRankChange, rankIntervals } from '#kernel/indicator/pipeline/rank-interval.ts';
import { drawAlternatives, drawsAt, rankRows, replicate, type Draws } from '#kernel/indicator/pipeline/replicate.ts';
import { saltelliDesign, sobolIndices } from '#kernel/indicator/sensitivity/sobol.ts';
import { columnOf, matrixOf, type Matrix } from '#kernel/stats/matrix.ts';
import { rngFrom } from '#kernel/stats/rng.ts';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { groupsOf, type ReadyChain } from './chain-of-input.ts';
import type { FrozenInput } from './frozen-input.ts';
import type { Part, Progress } from './parts.ts';
import { rounded } from './rounded.ts';
import { variedOf, type Varied } from './vary-choices.ts';

export type Uncertain = Pick<ScoreboardResult, 'intervals' | 'varied'>;
const stretch = 20;

/** Rank intervals over drawn choices, and how much of the movement of the ranks each choice makes. */
export function computeIntervals(input: FrozenInput, ready: ReadyChain, nominal: { nodes: Matrix; weights: Float64Array }, parts: readonly Part[], progress: Progress): Uncertain {
  const { uncertainty } = input;
  const wantsIntervals = parts.includes('intervals') && uncertainty.replications > 0;
  const wantsShares = parts.includes('sensitivity') && uncertainty.sensitivityPoints >= 2;
  if (!wantsIntervals && !wantsShares) return { intervals: null, varied: [] };
  const rng = rngFrom(uncertainty.seed);
  const { count, groups } = groupsOf(input.subjects);
  const varied = variedOf(ready, nominal.weights, uncertainty, count > 1 ? groups : null, rng);
  if (varied.length === 0) return { intervals: null, varied: [] };
  const dimensions = varied.map(({ dimension }) => dimension);
  const draws = drawAlternatives(dimensions, wantsIntervals ? uncertainty.replications : 0, rng.fork('draws'));
  const design = drawsAt(saltelliDesign(Math.max(2, uncertainty.sensitivityPoints), dimensions.length, rng.fork('design')), dimensions);
  const total = draws.replications + (wantsShares ? design.replications : 0);
  const ranksOf = (made: Draws, before: number): Matrix => rankRows(inStretches(ready, varied, made, (done) => progress(before + done, total)));
  const intervals = wantsIntervals ? intervalsOf(ranksOf(draws, 0), input.subjects.length) : null;
  const shares = wantsShares ? sharesOf(ranksOf(design, draws.replications), nominal.nodes, uncertainty.sensitivityPoints, dimensions.length) : null;
  return { intervals, varied: varied.map(({ choice, alternatives }, at) => ({ choice, alternatives, first: shares?.[at]?.first ?? null, total: shares?.[at]?.total ?? null })) };
}

/** Replications × subjects, told about from stretch to stretch. */
function inStretches({ chain, choices }: ReadyChain, varied: readonly Varied[], draws: Draws, told: (done: number) => void): Matrix {
  const dimensions = varied.map(({ dimension }) => dimension);
  const scores = matrixOf(draws.replications, chain.raw.rows);
  for (let from = 0; from < draws.replications; from += stretch) {
    const to = Math.min(from + stretch, draws.replications);
    const part: Matrix = { rows: to - from, columns: scores.columns, cells: scores.cells.subarray(from * scores.columns, to * scores.columns) };
    replicate(chain, choices, dimensions, draws, from, to, part);
    told(to);
  }
  return scores;
}

function intervalsOf(ranks: Matrix, subjects: number): NonNullable<Uncertain['intervals']> {
  const { mean, median, q5, q95, counted } = rankIntervals(ranks);
  return Array.from({ length: subjects }, (_, at) => ({ mean: rounded(mean[at] as number), median: rounded(median[at] as number), low: rounded(q5[at] as number), high: rounded(q95[at] as number), counted: counted[at] as number }));
}

function sharesOf(ranks: Matrix, nodes: Matrix, points: number, inputs: number): { first: number | null; total: number | null }[] {
  const nominal = rankScores(columnOf(nodes, nodes.columns - 1));
  // A replication in which nobody has a score has moved nothing that can be told.
  const changes = meanRankChange(nominal, ranks).map((change) => (Number.isNaN(change) ? 0 : change));
  const { first, total } = sobolIndices(changes, points, inputs);
  return Array.from(first, (one, at) => ({ first: rounded(one), total: rounded(total[at] as number) }));
}
