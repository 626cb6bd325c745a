import { rowOf } from '../../stats/matrix.ts';
import { rankScores } from '../aggregate/rank-scores.ts';
import { sobolIndices } from '../sensitivity/sobol.ts';
import { fault } from '../../method/fields.ts';
import { meanRankChange, rankIntervals } from './rank-interval.ts';
import { rankRows, replicate, type Dimension, type Draws } from './replicate.ts';
import { chainOf, type Told } from './report-chain.ts';
import { topScores } from './run-chain.ts';
import type { Row } from './tables.ts';

/** Scores and ranks of each replication, and where each unit's rank lies. Units that the nominal chain leaves out are not listed. */
export function reportUncertainty(told: Told, dimensions: readonly Dimension[], draws: Draws): Record<string, Row[]> {
  const { units } = told.tables;
  const chain = chainOf(told);
  const nominal = topScores(chain, told.recipe.choices);
  const nominalRanks = rankScores(nominal);
  const scores = replicate(chain, told.recipe.choices, dimensions, draws);
  const ranks = rankRows(scores);
  const { mean, median, q5, q95, counted } = rankIntervals(ranks);
  const listed = Array.from(units.keys()).filter((unit) => !Number.isNaN(nominal[unit] as number) || (counted[unit] as number) > 0);
  const rows = (first: Float64Array, table: typeof scores): Row[] =>
    listed.map((unit) => ({
      uCode: units[unit],
      Nominal: first[unit],
      ...Object.fromEntries(Array.from({ length: draws.replications }, (_, at) => [`r_${at + 1}`, rowOf(table, at)[unit]])),
    }));
  const partly = listed.filter((unit) => (counted[unit] as number) < draws.replications);
  if (partly.length > 0) told.warnings.push(`without a score in some replications, which are left out of their ranks: ${partly.map((unit) => units[unit]).join(', ')}`);
  return {
    ua_scores: rows(nominal, scores),
    ua_ranks: rows(nominalRanks, ranks),
    ua_rankstats: listed.map((unit) => ({ uCode: units[unit], Nominal: nominalRanks[unit], Mean: mean[unit], Median: median[unit], Q5: q5[unit], Q95: q95[unit] })),
  };
}

/** Which choice moves the ranks: Sobol indices of the mean absolute rank change over a design A, B, AB₁ … AB_d. */
export function reportSensitivity(told: Told, { dimensions, draws }: { dimensions: readonly Dimension[]; draws: Draws }, given: number | undefined): Record<string, Row[]> {
  const points = given ?? draws.replications / (dimensions.length + 2);
  if (!Number.isInteger(points) || points * (dimensions.length + 2) !== draws.replications) fault(`input.sa_parameters must have N·(d+2) rows for its ${dimensions.length} columns, not ${draws.replications}`);
  const chain = chainOf(told);
  const ranks = rankRows(replicate(chain, told.recipe.choices, dimensions, draws));
  const changes = meanRankChange(rankScores(topScores(chain, told.recipe.choices)), ranks);
  const { first, total, variance } = sobolIndices(changes, points, dimensions.length);
  if (!(variance > 0)) told.warnings.push('no choice moves a rank: there is nothing to share out');
  if (first.some((share) => share < 0)) told.warnings.push('a first-order index is negative: with so few points it cannot be told from 0');
  return {
    sa_target: Array.from(changes, (change, at) => ({ rep: at + 1, meanAbsRankChange: change })),
    sa_indices: dimensions.map(({ name }, at) => ({ Variable: name, Si: first[at], STi: total[at] })),
  };
}
