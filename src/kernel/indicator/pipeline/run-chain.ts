import type { Matrix } from '../../stats/matrix.ts';
import { aggregate } from '../aggregate/aggregate.ts';
import { impute } from '../impute/impute.ts';
import type { Imputation } from '../impute/imputation.ts';
import { normalise } from '../normalise/normalise.ts';
import { treat } from '../treat/treat.ts';
import type { TreatmentRecord } from '../treat/treatment.ts';
import { workspaceOf, type Doubt, type Workspace } from '../workspace.ts';
import type { Chain, Choices, EarlyStep, Screening } from './chain.ts';

export type ChainStep = EarlyStep | 'normalise' | 'aggregate';

/** What a caller may watch: the table after each step (a view that the next step overwrites: copy it) and the doubts of the methods. */
export interface Watch {
  stage?: ((step: ChainStep, table: Matrix, units: Int32Array) => void) | undefined;
  doubt?: ((step: ChainStep, doubts: readonly Doubt[]) => void) | undefined;
  treatment?: TreatmentRecord | undefined;
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

  /** Scores of the units left, units × nodes (indicators as put on one scale, then the tree), a view until the next run. */
  run(choices: Choices, watch: Watch = {}): { nodes: Matrix; units: Int32Array } {
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
    this.#climb(bench, choices, watch);
    watch.stage?.('aggregate', bench.nodes, bench.units);
    return { nodes: bench.nodes, units: bench.units };
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

  #screen(bench: Bench, { rule, threshold }: Screening): Bench {
    const { table, units } = bench;
    const stays = (row: number): boolean => {
      let there = 0;
      let zero = 0;
      for (let at = row * table.columns; at < (row + 1) * table.columns; at += 1) {
        if (!Number.isNaN(table.cells[at] as number)) there += 1;
        if (table.cells[at] === 0) zero += 1;
      }
      const enough = rule === 'nonzero' || there / table.columns >= threshold;
      return enough && (rule === 'availability' || (there > 0 && 1 - zero / there >= threshold));
    };
    let left = 0;
    for (let row = 0; row < table.rows; row += 1) if (stays(row)) left += 1;
    if (left === table.rows) return bench;
    const fewer = this.#bench(left);
    let to = 0;
    for (let row = 0; row < table.rows; row += 1) {
      if (!stays(row)) continue;
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

  #climb({ table, nodes, score }: Bench, { weights, aggregation, aggregationByLevel, dataThreshold }: Choices, watch: Watch): void {
    const { indicators, children, levels } = this.#chain.structure;
    const { columns, cells, rows } = nodes;
    for (let row = 0; row < rows; row += 1) cells.set(table.cells.subarray(row * indicators, (row + 1) * indicators), row * columns);
    const doubts: Doubt[] | undefined = watch.doubt ? [] : undefined;
    for (let at = 0; at < children.length; at += 1) {
      const below = children[at] as Int32Array;
      const node = indicators + at;
      const method = aggregationByLevel?.get(levels[node] as number) ?? aggregation;
      aggregate(nodes, pick(weights, below), method, { columns: below, dataThreshold, into: score, doubts });
      for (let row = 0; row < rows; row += 1) cells[row * columns + node] = score[row] as number;
    }
    if (doubts) watch.doubt?.('aggregate', doubts);
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

const pick = (weights: Float64Array, nodes: Int32Array): Float64Array => Float64Array.from(nodes, (node) => weights[node] as number);

/** Scores of one node for all units of the raw table, NaN for units that were left out. */
export function scoresOf({ nodes, units }: { nodes: Matrix; units: Int32Array }, node: number, into: Float64Array): Float64Array {
  into.fill(NaN);
  for (let row = 0; row < nodes.rows; row += 1) into[units[row] as number] = nodes.cells[row * nodes.columns + node] as number;
  return into;
}
