import type { Matrix } from '../../stats/matrix.ts';
import type { Aggregation } from '../aggregate/aggregation.ts';
import type { Imputation } from '../impute/imputation.ts';
import type { Screening } from '../impute/screen.ts';
import type { Normalisation } from '../normalise/normalisation.ts';
import { defaultTreatment, type Treatment } from '../treat/treatment.ts';
import type { Weighting } from '../weight/weighting.ts';
import type { Structure } from './structure.ts';

/** The whole way from raw values to one score: method id and version are stored beside every number made with it. */
export const pipelineMethod = { id: 'composite-pipeline', version: '1' } as const;

/** What is done before units are put on one scale; each at most once, in the order of the recipe. */
export type EarlyStep = 'denominate' | 'screen' | 'impute' | 'treat';

/**
 * How children become one score. 'bod' is the benefit of the doubt among the children: shares of each between the bounds,
 * scores in [0, 1]; a missing child counts as 0, which gives it no weight for the unit and binds no other.
 */
export type ChainAggregation = Aggregation | { method: 'bod'; shareLower: number; shareUpper: number };

/** Everything that somebody can decide otherwise. Uncertainty is what becomes of the ranks when these change. */
export interface Choices {
  /** Divide by the denominators; else the raw values stay. */
  denominate: boolean;
  screening: Screening | null;
  imputation: Imputation;
  /** null leaves outliers as they are. */
  treatment: Treatment | null;
  normalisation: Normalisation;
  /** One per node of the structure. */
  weights: Float64Array;
  /** Weights made from the data, for nodes into which only indicators go; nodes above keep `weights`. Null: all as given. */
  weighting: Weighting | null;
  aggregation: ChainAggregation;
  /** Other methods for single levels of the tree: the level of the node that is put together. */
  aggregationByLevel?: ReadonlyMap<number, ChainAggregation> | undefined;
  /** Share of children that must be there, else the node has no score. */
  dataThreshold: number;
}

/** What does not change from replication to replication. */
export interface Chain {
  structure: Structure;
  /** Units × indicators in raw units, NaN = missing. */
  raw: Matrix;
  /** Units × denominators. */
  denominators: Matrix;
  /** For each indicator the column of `denominators`, −1 where it has none. */
  denominatorOf: Int32Array;
  order: readonly EarlyStep[];
}

/** Choices of the JRC practice (methods.md §1). */
export const defaultChoices = (structure: Structure): Choices => ({
  denominate: true,
  screening: null,
  imputation: { method: 'none' },
  treatment: defaultTreatment,
  normalisation: { method: 'minmax', range: [0, 100] },
  weights: structure.weights,
  weighting: null,
  aggregation: { method: 'arithmetic' },
  dataThreshold: 0,
});
export const defaultOrder: readonly EarlyStep[] = ['denominate', 'screen', 'impute', 'treat'];
