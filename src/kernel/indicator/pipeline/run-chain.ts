import { columnsOf, type Matrix } from '../../stats/matrix.ts';
import { aggregate } from '../aggregate/aggregate.ts';
import { benefitOfDoubt, equalShares } from '../bod/benefit-of-doubt.ts';
import { impute } from '../impute/impute.ts';
import type { Imputation } from '../impute/imputation.ts';
import { screen, type Screening } from '../impute/screen.ts';
import { normalise } from '../normalise/normalise.ts';
import { treat } from '../treat/treat.ts';
import type { TreatmentRecord } from '../treat/treatment.ts';
import { weigh } from '../weight/weigh.ts';
import type { Weighting } from '../weight/weighting.ts';
import { workspaceOf, type Doubt, type Workspace } from '../workspace.ts';
import type { Chain, ChainAggregation, Choices, EarlyStep } from './chain.ts';

export type ChainStep = EarlyStep | 'normalise' | 'weigh' | 'aggregate';

/** What a caller may watch: the table after each step (a view that the next step overwrites: copy it) and the doubts of the methods. */
export interface Watch {
  stage?: ((step: ChainStep, table: Matrix, units: Int32Array) => void) | undefined;
  doubt?: ((step: ChainStep, doubts: readonly Doubt[]) => void) | undefined;
  treatment?: TreatmentRecord | undefined;
}

/** One run, in buffers that the next run overwrites. */
export interface Run {
  /** Units left × nodes: indicators as put on one scale, then what is put together of them. */
  nodes: Matrix;
  /** The units that are left, as rows of the raw table. */
  units: Int32Array;
  /** The weight of each node, given or made from the data. */
  weights: Float64Array;
}

/** Buffers for a number of units. */
interface Bench {
  space: Workspace;
  table: Matrix;
  nodes: Matrix;
  score: Float64Array;
  /** The units that are left, as rows of the raw table. */
  units: Int32Array;
  groups: Int32Array;
}

/**
 * Runs the whole chain, from the raw table, once for each call: divide → screen → impute → treat (in the order of the
 * recipe) → one scale → put together up the tree. Nothing is kept from one run to the next but the buffers, so a
 * replication is the whole chain. One runner per worker. Cost of a run about O(winmax · units · indicators).
 */
export class ChainRunner {
  readonly #chain: Chain;
  readonly #benches = new Map<number, Bench>();

  constructor(chain: Chain) {
    this.#chain = chain;
  }

  run(choices: Choices, watch: Watch = {}): Run {
    const { raw, order } = this.#chain;
    let bench = this.#bench(raw.rows);
    bench.table.cells.set(raw.cells);
    for (let unit = 0; unit < raw.rows; unit += 1) bench.units[unit] = unit;
    for (const step of order) {
      const doubts = watch.doubt ? [] : undefined;
      bench = this.#early(step, bench, choices, doubts, watch);
      if (doubts) watch.doubt?.(step, doubts);
      watch.stage?.(step, bench.table, bench.units);
    }
    const doubts: Doubt[] | undefined = watch.doubt ? [] : undefined;
    normalise(bench.table, choices.normalisation, { direction: this.#chain.structure.direction, into: bench.table, space: bench.space, doubts });
    if (doubts) watch.doubt?.('normalise', doubts);
    watch.stage?.('normalise', bench.table, bench.units);
    const weights = this.#climb(bench, choices, watch);
    watch.stage?.('aggregate', bench.nodes, bench.units);
    return { nodes: bench.nodes, units: bench.units, weights };
  }

  #early(step: EarlyStep, bench: Bench, choices: Choices, doubts: Doubt[] | undefined, watch: Watch): Bench {
    const { table, space } = bench;
    if (step === 'denominate' && choices.denominate) this.#divide(bench, doubts);
    if (step === 'screen' && choices.screening) return this.#screen(bench, choices.screening);
    if (step === 'impute') impute(table, this.#forUnits(choices.imputation, bench), { into: table, space, doubts });
    if (step === 'treat' && choices.treatment) treat(table, choices.treatment, { into: table, space, doubts, record: watch.treatment });
    return bench;
  }

  #divide({ table, units }: Bench, doubts: Doubt[] | undefined): void {
    const { denominators, denominatorOf } = this.#chain;
    for (let column = 0; column < table.columns; column += 1) {
      const below = denominatorOf[column] as number;
      if (below < 0) continue;
      for (let row = 0; row < table.rows; row += 1) {
        const divisor = denominators.cells[(units[row] as number) * denominators.columns + below] as number;
        const at = row * table.columns + column;
        if (divisor === 0 && !Number.isNaN(table.cells[at] as number) && doubts?.at(-1)?.at !== column) doubts?.push({ at: column, why: 'zeroDivisor' });
        table.cells[at] = divisor === 0 ? NaN : (table.cells[at] as number) / divisor;
      }
    }
  }

  #screen(bench: Bench, screening: Screening): Bench {
    const { table, units } = bench;
    const { kept } = screen(table, screening);
    const left = kept.reduce((sum, one) => sum + one, 0);
    if (left === table.rows) return bench;
    const fewer = this.#bench(left);
    let to = 0;
    for (let row = 0; row < table.rows; row += 1) {
      if (kept[row] === 0) continue;
      fewer.table.cells.set(table.cells.subarray(row * table.columns, (row + 1) * table.columns), to * table.columns);
      fewer.units[to] = units[row] as number;
      to += 1;
    }
    return fewer;
  }

  /** Groups are given for all units; those that were left out take theirs with them. */
  #forUnits(imputation: Imputation, { units, groups }: Bench): Imputation {
    if (!('groups' in imputation)) return imputation;
    for (let row = 0; row < units.length; row += 1) groups[row] = imputation.groups[units[row] as number] as number;
    return { ...imputation, groups };
  }

  #climb({ table, nodes, score }: Bench, choices: Choices, watch: Watch): Float64Array {
    const { indicators, children, levels } = this.#chain.structure;
    const { columns, cells, rows } = nodes;
    for (let row = 0; row < rows; row += 1) cells.set(table.cells.subarray(row * indicators, (row + 1) * indicators), row * columns);
    const doubts: Doubt[] | undefined = watch.doubt ? [] : undefined;
    const weights = choices.weighting ? choices.weights.slice() : choices.weights;
    for (let at = 0; at < children.length; at += 1) {
      const below = children[at] as Int32Array;
      const node = indicators + at;
      if (choices.weighting && below.every((child) => child < indicators) && !weighFromData(choices.weighting, nodes, below, weights)) watch.doubt?.('weigh', [{ at: node, why: 'tooFew' }]);
      const method = choices.aggregationByLevel?.get(levels[node] as number) ?? choices.aggregation;
      combine(method, nodes, below, pick(weights, below), choices.dataThreshold, score, doubts);
      for (let row = 0; row < rows; row += 1) cells[row * columns + node] = score[row] as number;
    }
    if (doubts) watch.doubt?.('aggregate', doubts);
    return weights;
  }

  #bench(rows: number): Bench {
    const there = this.#benches.get(rows);
    if (there) return there;
    const { indicators, codes } = this.#chain.structure;
    const table = (columns: number): Matrix => ({ rows, columns, cells: new Float64Array(rows * columns) });
    const bench: Bench = {
      space: workspaceOf(rows),
      table: table(indicators),
      nodes: table(codes.length),
      score: new Float64Array(rows),
      units: new Int32Array(rows),
      groups: new Int32Array(rows),
    };
    this.#benches.set(rows, bench);
    return bench;
  }
}

/** Weights of one group of indicators from their columns; as given, and false, where the method has no value. */
function weighFromData(weighting: Weighting, nodes: Matrix, below: Int32Array, weights: Float64Array): boolean {
  const made = weigh(columnsOf(nodes, below), weighting).weights;
  if (made.some(Number.isNaN)) return false;
  for (let at = 0; at < below.length; at += 1) weights[below[at] as number] = made[at] as number;
  return true;
}

function combine(method: ChainAggregation, nodes: Matrix, below: Int32Array, weights: Float64Array, dataThreshold: number, into: Float64Array, doubts: Doubt[] | undefined): void {
  if (method.method !== 'bod') {
    aggregate(nodes, weights, method, { columns: below, dataThreshold, into, doubts });
    return;
  }
  const values = columnsOf(nodes, below);
  const there = screen(values, {}).available;
  const negative = values.cells.findIndex((cell) => cell < 0);
  if (negative >= 0) {
    doubts?.push({ at: Math.floor(negative / values.columns), why: 'notPositive' });
    into.fill(NaN);
    return;
  }
  for (let at = 0; at < values.cells.length; at += 1) if (Number.isNaN(values.cells[at] as number)) values.cells[at] = 0;
  const bounds = equalShares(below.length, Math.min(method.shareLower, 1 / below.length), Math.max(method.shareUpper, 1 / below.length));
  into.set(benefitOfDoubt(values, { bounds }).scores);
  for (let row = 0; row < into.length; row += 1) if (there[row] === 0 || (there[row] as number) < dataThreshold) into[row] = NaN;
}

const pick = (weights: Float64Array, nodes: Int32Array): Float64Array => Float64Array.from(nodes, (node) => weights[node] as number);

/** Scores of one node for all units of the raw table, NaN for units that were left out. */
export function scoresOf({ nodes, units }: Run, node: number, into: Float64Array): Float64Array {
  into.fill(NaN);
  for (let row = 0; row < nodes.rows; row += 1) into[units[row] as number] = nodes.cells[row * nodes.columns + node] as number;
  return into;
}

/** Scores of the top for all units of the raw table, from a run of its own. */
export const topScores = (chain: Chain, choices: Choices): Float64Array => scoresOf(new ChainRunner(chain).run(choices), chain.structure.target, new Float64Array(chain.raw.rows));
