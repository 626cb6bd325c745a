import { rankScores } from '#kernel/indicator/aggregate/rank-scores.ts';
import { describeColumn } from '#kernel/indicator/pipeline/describe.ts';
import { leaveOneOut } from '#kernel/indicator/pipeline/leave-one-out.ts';
import { ChainRunner } from '#kernel/indicator/pipeline/run-chain.ts';
import { nodesOf } from '#kernel/indicator/pipeline/structure.ts';
import { treatmentRecordOf } from '#kernel/indicator/treat/treatment.ts';
import { effectiveWeights } from '#kernel/indicator/weight/effective.ts';
import { correlations } from '#kernel/stats/correlation.ts';
import { columnOf, matrixOf, type Matrix } from '#kernel/stats/matrix.ts';
import { markSchema, stageNames, type ScoreboardResult, type StageName, type Stages } from '../../../words/scoreboard-run.schema.ts';
import { chainOf, type ReadyChain } from './chain-of-input.ts';
import { computeIntervals, type Uncertain } from './compute-intervals.ts';
import type { FrozenInput } from './frozen-input.ts';
import { allParts, type Part, type Progress } from './parts.ts';
import { rounded, table } from './rounded.ts';

export interface Computed {
  result: ScoreboardResult;
  stages: Stages;
}

/** The nominal run, spread over all subjects: those that were screened out have no numbers. */
interface Nominal {
  stages: Record<StageName, Matrix>;
  nodes: Matrix;
  kept: Set<number>;
  weights: Float64Array;
  doubts: ScoreboardResult['doubts'];
  treatments: ScoreboardResult['treatments'];
}

function spread(from: Matrix, units: Int32Array, rows: number): Matrix {
  const out = matrixOf(rows, from.columns, NaN);
  for (let row = 0; row < from.rows; row += 1) out.cells.set(from.cells.subarray(row * from.columns, (row + 1) * from.columns), (units[row] as number) * from.columns);
  return out;
}

const stageOf: Readonly<Record<string, StageName>> = { denominate: 'denominated', impute: 'imputed', treat: 'treated', normalise: 'normalised' };

function runNominal({ chain, choices, nodes }: ReadyChain, subjects: FrozenInput['subjects']): Nominal {
  const rows = chain.raw.rows;
  const record = treatmentRecordOf(chain.structure.indicators);
  const stages: Partial<Record<StageName, Matrix>> = { raw: chain.raw };
  const doubts: ScoreboardResult['doubts'] = [];
  const run = new ChainRunner(chain).run(choices, {
    treatment: record,
    stage: (step, made, units) => {
      const name = stageOf[step];
      if (name) stages[name] = spread(made, units, rows);
    },
    doubt: (step, found) => doubts.push(...found.map(({ at, why }) => ({ step, code: (step === 'aggregate' ? subjects[at]?.code ?? subjects[at]?.id : nodes[at]?.code) ?? '', why }))),
  });
  const unique = [...new Map(doubts.map((one) => [`${one.step} ${one.code} ${one.why}`, one])).values()];
  const treatments = nodes.slice(0, chain.structure.indicators).map(({ code }, at) => ({ code, low: record.low[at] ?? 0, high: record.high[at] ?? 0, transformed: record.transformed[at] === 1, passed: choices.treatment === null || record.passed[at] === 1 }));
  return { stages: stages as Nominal['stages'], nodes: spread(run.nodes, run.units, rows), kept: new Set(run.units), weights: run.weights, doubts: unique.slice(0, 500), treatments };
}

function portraits(input: FrozenInput, { chain, nodes }: ReadyChain, { stages }: Nominal): ScoreboardResult['portraits'] {
  return nodes.slice(0, chain.structure.indicators).map(({ code, indicatorId }, column) => {
    const marks = input.columns[indicatorId as string]?.marks ?? [];
    const { min, max, mean, median, sd, skew, kurt, available, nonzero } = describeColumn(stages.denominated, column);
    const [before, after] = [columnOf(stages.denominated, column), columnOf(stages.imputed, column)];
    const imputed = after.filter((value, row) => !Number.isNaN(value) && Number.isNaN(before[row] as number)).length;
    const suppressed = marks.filter((mark) => mark === 'suppressed').length;
    const numbers = Object.fromEntries(Object.entries({ min, max, mean, median, sd, skew, kurt }).map(([key, value]) => [key, rounded(value)])) as Record<'min' | 'max' | 'mean' | 'median' | 'sd' | 'skew' | 'kurt', number | null>;
    return { code, ...numbers, available, zero: available - nonzero, suppressed, missing: chain.raw.rows - available - suppressed, imputed };
  });
}

const ranksOf = (nodes: Matrix): Matrix => {
  const ranks = matrixOf(nodes.rows, nodes.columns, NaN);
  for (let column = 0; column < nodes.columns; column += 1) for (const [row, rank] of rankScores(columnOf(nodes, column)).entries()) ranks.cells[row * nodes.columns + column] = rank;
  return ranks;
};

/** Scores, ranks and everything that is told about them. The same input gives the same answer: numbers are rounded to what machines agree on. */
export function computeResult(input: FrozenInput, parts: readonly Part[] = allParts, progress: Progress = () => undefined): Computed {
  const ready = chainOf(input);
  const { structure } = ready.chain;
  const nominal = runNominal(ready, input.subjects);
  const effective = effectiveWeights(nodesOf({ ...structure, weights: nominal.weights }));
  const uncertain: Uncertain = computeIntervals(input, ready, nominal, parts, progress);
  const without = parts.includes('without') ? leaveOneOut(ready.chain, ready.choices) : [];
  const result: ScoreboardResult = {
    subjects: input.subjects.map((subject, at) => ({ ...subject, kept: nominal.kept.has(at) })),
    nodes: ready.nodes.map((node, at) => ({
      code: node.code, parent: node.parent, name: node.name, level: structure.levels[at] as number, indicatorId: node.indicatorId, unit: node.unit, direction: node.direction,
      weight: rounded(nominal.weights[at] as number), effectiveWeight: rounded(effective.get(node.code) ?? NaN),
    })),
    scores: table(nominal.nodes),
    ranks: table(ranksOf(nominal.nodes)),
    marks: input.subjects.map((_, row) => ready.nodes.slice(0, structure.indicators).map(({ indicatorId }) => markSchema.parse(input.columns[indicatorId as string]?.marks[row] ?? 'noData'))),
    ...uncertain,
    without: without.map(({ code, meanRankChange, mostMoved, move }) => ({ code, meanRankChange: rounded(meanRankChange), mostMovedId: input.subjects[mostMoved]?.id ?? null, move })),
    correlations: parts.includes('correlations') ? table(correlations(nominal.nodes)) : [],
    treatments: nominal.treatments,
    portraits: portraits(input, ready, nominal),
    consistency: ready.compared.map(({ parent, found: { lambdaMax, ci, cr } }) => ({ parent, lambdaMax: rounded(lambdaMax), ci: rounded(ci), cr: rounded(cr) })),
    findings: input.findings,
    doubts: nominal.doubts,
  };
  return { result, stages: Object.fromEntries(stageNames.map((name) => [name, table(nominal.stages[name])])) as Stages };
}
