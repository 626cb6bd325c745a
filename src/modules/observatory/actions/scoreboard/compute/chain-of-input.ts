import type { Aggregation } from '#kernel/indicator/aggregate/aggregation.ts';
import type { Imputation } from '#kernel/indicator/impute/imputation.ts';
import type { Normalisation } from '#kernel/indicator/normalise/normalisation.ts';
import { defaultOrder, type Chain, type ChainAggregation, type Choices } from '#kernel/indicator/pipeline/chain.ts';
import { structureOf, type Structure } from '#kernel/indicator/pipeline/structure.ts';
import type { Treatment } from '#kernel/indicator/treat/treatment.ts';
import { pairwiseWeights, type PairwiseWeights } from '#kernel/indicator/weight/pairwise.ts';
import type { Weighting } from '#kernel/indicator/weight/weighting.ts';
import { matrixFrom, matrixOf, type Matrix } from '#kernel/stats/matrix.ts';
import { treeNodesOf } from '../../../words/scoreboard-tree.rules.ts';
import type { ScoreboardChoices } from '../../../words/scoreboard-choices.schema.ts';
import type { FrozenInput, FrozenNode } from './frozen-input.ts';

/** What the kernel computes on. Nodes in the order of the structure: indicators, then groups. */
export interface ReadyChain {
  chain: Chain;
  choices: Choices;
  nodes: FrozenNode[];
  compared: { parent: string; found: PairwiseWeights }[];
}

export function chainOf(input: FrozenInput): ReadyChain {
  const structure = structureOf(treeNodesOf(input.nodes));
  if ('fault' in structure) throw new RangeError(`the tree is not whole: ${structure.fault} ${structure.code}`);
  const byCode = new Map(input.nodes.map((node) => [node.code, node]));
  const nodes = structure.codes.map((code) => byCode.get(code) as FrozenNode);
  const leaves = nodes.slice(0, structure.indicators);
  const dividers = [...new Set(leaves.flatMap(({ denominatorId }) => (denominatorId === null ? [] : [denominatorId])))];
  const chain: Chain = {
    structure,
    raw: matrixOfColumns(input, leaves.map(({ indicatorId }) => indicatorId as string)),
    denominators: matrixOfColumns(input, dividers),
    denominatorOf: Int32Array.from(leaves, ({ denominatorId }) => (denominatorId === null ? -1 : dividers.indexOf(denominatorId))),
    order: defaultOrder,
  };
  const compared = input.content.choices.weighting.method === 'ahp' ? input.content.choices.weighting.comparisons.map(({ parent, matrix }) => ({ parent, found: pairwiseWeights(matrixFrom(matrix)) })) : [];
  return { chain, choices: choicesOf(input, structure, leaves, compared), nodes, compared };
}

function matrixOfColumns({ columns, subjects }: FrozenInput, ids: readonly string[]): Matrix {
  const matrix = matrixOf(subjects.length, ids.length, NaN);
  for (const [column, id] of ids.entries()) {
    for (const [row, value] of (columns[id]?.values ?? []).entries()) if (value !== null) matrix.cells[row * ids.length + column] = Number(value);
  }
  return matrix;
}

function choicesOf(input: FrozenInput, structure: Structure, leaves: readonly FrozenNode[], compared: ReadyChain['compared']): Choices {
  const { choices } = input.content;
  const weights = structure.weights.slice();
  for (const { parent, found } of compared) {
    const group = structure.codes.indexOf(parent) - structure.indicators;
    for (const [at, child] of (structure.children[group] ?? new Int32Array()).entries()) weights[child] = found.weights[at] as number;
  }
  return {
    denominate: choices.denominate,
    screening: choices.screening,
    imputation: imputationOf(choices.imputation, input, structure),
    treatment: treatmentOf(choices.treatment),
    normalisation: normalisationOf(choices.normalisation, leaves, input),
    weights,
    weighting: weightingOf(choices.weighting.method),
    aggregation: aggregationOf(choices.aggregation),
    aggregationByLevel: new Map(choices.aggregationByLevel.map(({ level, ...aggregation }) => [level, aggregationOf(aggregation)])),
    dataThreshold: choices.dataThreshold,
  };
}

function treatmentOf(treatment: ScoreboardChoices['treatment']): Treatment | null {
  if (!treatment) return null;
  const { lambda, fallback, ...shape } = treatment;
  return { ...shape, fallback: fallback === 'none' ? null : fallback === 'boxcox' ? { method: 'boxcox', lambda } : { method: fallback } };
}

function imputationOf(method: ScoreboardChoices['imputation'], { subjects }: FrozenInput, { direction }: Structure): Imputation {
  if (method === 'row-mean' || method === 'row-median') return { method, normaliseFirst: true, direction };
  if (method !== 'group-mean' && method !== 'group-median') return { method };
  return { method, groups: groupsOf(subjects).groups };
}

/** The group of each subject by its number; those in none make one together. */
export function groupsOf(subjects: FrozenInput['subjects']): { count: number; groups: Int32Array } {
  const names = [...new Set(subjects.map(({ group }) => group))];
  return { count: names.length, groups: Int32Array.from(subjects, ({ group }) => names.indexOf(group)) };
}

function normalisationOf(chosen: ScoreboardChoices['normalisation'], leaves: readonly FrozenNode[], { subjects }: FrozenInput): Normalisation {
  const posts = (key: 'lower' | 'upper' | 'target'): Float64Array => Float64Array.from(leaves, (leaf) => leaf[key] ?? NaN);
  if (chosen.method === 'minmax') return { method: 'minmax', range: [chosen.low, chosen.high] };
  if (chosen.method === 'goalposts') return { ...chosen, lower: posts('lower'), upper: posts('upper') };
  if (chosen.method === 'dist2target') return { ...chosen, target: posts('target') };
  if (chosen.method === 'dist2ref') return { method: 'dist2ref', refUnit: subjects.findIndex(({ id }) => id === chosen.subjectId) + 1, cap: chosen.cap };
  return chosen;
}

function weightingOf(method: ScoreboardChoices['weighting']['method']): Weighting | null {
  if (method === 'given' || method === 'ahp') return null;
  return method === 'pca-oecd' ? { method, keep: { eigenvalueAbove: 1 }, rotation: 'varimax-kaiser' } : { method };
}

function aggregationOf({ method, p, penalty, shareLower, shareUpper }: ScoreboardChoices['aggregation']): ChainAggregation {
  if (method === 'power') return { method, p };
  if (method === 'mpi') return { method, penalty };
  if (method === 'bod') return { method, shareLower, shareUpper };
  return { method } satisfies Aggregation;
}
