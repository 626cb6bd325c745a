import { correlations } from '../../stats/correlation.ts';
import { columnOf, rowOf, type Matrix } from '../../stats/matrix.ts';
import { rankScores } from '../aggregate/rank-scores.ts';
import { doubtSentences, type Doubt } from '../workspace.ts';
import { treatmentRecordOf, type TreatmentRecord } from '../treat/treatment.ts';
import { effectiveWeights } from '../weight/effective.ts';
import type { Chain } from './chain.ts';
import { cronbachAlpha } from './cronbach.ts';
import { describeColumn, portraitLimits } from './describe.ts';
import type { Recipe } from './recipe.ts';
import { ChainRunner, type ChainStep } from './run-chain.ts';
import { nodesOf } from './structure.ts';
import type { Row, Tables } from './tables.ts';

/** What is told about one composite indicator, and the sentences on what is doubtful about it. */
export interface Told {
  tables: Tables;
  recipe: Recipe;
  /** Index of the node whose score counts. */
  target: number;
  warnings: string[];
}

export const chainOf = ({ tables: { structure, raw, denominators, denominatorOf }, recipe, target }: Told): Chain => ({
  structure: { ...structure, target },
  raw,
  denominators,
  denominatorOf,
  order: recipe.order,
});

const names: Readonly<Record<ChainStep, string>> = {
  denominate: 'stage_denominated',
  screen: 'stage_screened',
  impute: 'stage_imputed',
  treat: 'stage_treated',
  normalise: 'stage_normalised',
  weigh: 'weights',
  aggregate: 'stage_aggregated',
};

/** A matrix as rows with the codes of units and columns. */
function tableOf(matrix: Matrix, units: readonly string[], columns: readonly string[]): Row[] {
  return Array.from({ length: matrix.rows }, (_, row) => ({
    uCode: units[row],
    ...Object.fromEntries(Array.from(rowOf(matrix, row), (cell, column) => [columns[column], cell])),
  }));
}

/** Every stage, scores, ranks, weights and what the columns look like. */
export function reportChain(told: Told): Record<string, unknown> {
  const { tables, recipe, target, warnings } = told;
  const { structure, units } = tables;
  const chain = chainOf(told);
  const record = treatmentRecordOf(structure.indicators);
  const stages: Record<string, Row[]> = { stage_raw: tableOf(tables.raw, units, structure.codes) };
  const { nodes, weights, units: left } = new ChainRunner(chain).run(recipe.choices, {
    treatment: record,
    stage(step, table, kept) {
      stages[names[step]] = tableOf(table, Array.from(kept, (unit) => units[unit] as string), structure.codes);
    },
    doubt: (step, doubts) => warnings.push(...sentences(told, step, doubts)),
  });
  const kept = Array.from(left, (unit) => units[unit] as string);
  const out = units.filter((unit) => !kept.includes(unit));
  if (out.length > 0) warnings.push(`screened out: ${out.join(', ')}`);
  const effective = effectiveWeights(nodesOf({ ...structure, weights }));
  const related = correlations(nodes);
  return {
    ...stages,
    ...results(nodes, kept, told),
    stats_raw: portraits(tables),
    corr_ind_vs_index: structure.codes.slice(0, structure.indicators).map((code, column) => ({ Var1: structure.codes[target], Var2: code, Correlation: related.cells[target * related.columns + column] })),
    effective_weights: structure.codes.map((code, node) => ({ iCode: code, Level: structure.levels[node], Weight: weights[node], EffWeight: effective.get(code) })),
    treatment: treatments(record, structure.codes),
    cronbach: cronbach(tables),
  };
}

const perUnit = (step: ChainStep): boolean => step === 'aggregate';

function sentences({ tables }: Told, step: ChainStep, doubts: readonly Doubt[]): string[] {
  const name = (at: number): string => (perUnit(step) ? `a score of unit ${tables.units[at] ?? at}` : `${step}, ${tables.structure.codes[at] ?? at}`);
  return [...new Set(doubtSentences(doubts, name))];
}

function results(nodes: Matrix, kept: readonly string[], { tables, target }: Told): Record<string, Row[]> {
  const { codes, levels } = tables.structure;
  const shown = [target, ...Array.from(codes.keys()).filter((node) => node !== target).sort((one, other) => (levels[other] as number) - (levels[one] as number) || one - other)];
  const ranked = new Map(shown.map((node) => [node, rankScores(columnOf(nodes, node))]));
  const ranks = ranked.get(target) as Float64Array;
  const order = Array.from(kept.keys()).sort((one, other) => byRank(ranks[one] as number, ranks[other] as number) || one - other);
  const cell = (row: number, node: number): number => nodes.cells[row * nodes.columns + node] as number;
  return {
    results_full: order.map((row) => ({ uCode: kept[row], Rank: ranks[row], ...Object.fromEntries(shown.map((node) => [codes[node], cell(row, node)])) })),
    results_ranks: order.map((row) => ({ uCode: kept[row], ...Object.fromEntries(shown.map((node) => [codes[node], ranked.get(node)?.[row]])) })),
  };
}

const byRank = (one: number, other: number): number => (Number.isNaN(one) ? Infinity : one) - (Number.isNaN(other) ? Infinity : other) || 0;

function portraits({ structure, raw }: Tables): Row[] {
  return structure.codes.slice(0, structure.indicators).map((iCode, column) => {
    const { min, max, mean, median, sd, skew, kurt, rows, available, nonzero, unique, same } = describeColumn(raw, column);
    const flag = (share: number, least: number): string => (share < least ? 'LOW' : 'ok');
    return {
      iCode, Min: min, Max: max, Mean: mean, Median: median, Std: sd, Skew: skew, Kurt: kurt,
      'N.Avail': available, 'N.NonZero': nonzero, 'N.Unique': unique, 'N.Same': same,
      'Frc.Avail': available / rows, 'Frc.NonZero': nonzero / available, 'Frc.Unique': unique / available, 'Frc.Same': same / available,
      'Flag.Avail': flag(available / rows, portraitLimits.available),
      'Flag.NonZero': flag(nonzero / available, portraitLimits.nonzero),
      'Flag.Unique': flag(unique / available, portraitLimits.unique),
      'Flag.SkewKurt': Math.abs(skew) > portraitLimits.skew && kurt > portraitLimits.kurt ? 'OUT' : 'ok',
    };
  });
}

const treatments = ({ low, high, transformed, passed }: TreatmentRecord, codes: readonly string[]): Row[] =>
  Array.from(low.keys(), (column) => ({ iCode: codes[column], Low: low[column], High: high[column], Transformed: transformed[column] === 1, Passed: passed[column] === 1 }));

/** Alpha of the raw columns under each node that has indicators only. */
function cronbach({ structure, raw }: Tables): Record<string, number> {
  return Object.fromEntries(
    structure.children.flatMap((below, at) => (below.every((node) => node < structure.indicators) && below.length > 1 ? [[structure.codes[structure.indicators + at], cronbachAlpha(raw, below)]] : [])),
  );
}
