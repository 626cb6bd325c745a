import type { Method } from '../../method/method.ts';
import { pipelineMethod } from './chain.ts';
import { computePipeline } from './compute-pipeline.ts';

/** The whole chain of a composite indicator, reachable from outside. */
export const pipelineFromOutside: Method = {
  ...pipelineMethod,
  title: 'Composite indicator: from raw values to scores, rank intervals and what moves them',
  operations: {
    pipeline: {
      summary: 'Runs every stage of the recipe, then replicates the whole chain for each draw of uncertainty and sensitivity that is given.',
      input: {
        idata: 'rows, one per unit: uCode, then columns for indicators, denominators, groups; null = missing',
        imeta: 'rows, one per indicator, aggregate, denominator, group: iCode, Type, Level, Parent, Weight, Direction (1 or -1), Denominator',
        meta: '{ recipe: steps in words in their order, target: code of the top, sa: { N, d } }',
        weight_alternatives: 'rows alt, iCode, Weight: sets of weights by number; optional',
        ua_parameters: 'rows, one per replication: columns of Winmax, Normalisation, Weights (number of the alternative), Aggregation, Imputation, Screening; optional',
        sa_parameters: 'the same for a Saltelli design in the order A, B, AB_1 … AB_d; optional',
      },
      params: {
        recipe: 'in place of meta.recipe',
        target: 'in place of meta.target',
        replications: 'draws of our own where ua_parameters is not given, default 0',
        seed: 'whole number for them, default 1',
        weightNoise: 'each weight times a number from [1 − noise, 1 + noise), default 0.25',
      },
      output:
        'one list of rows under the name of each table: stage_raw, stage_denominated, stage_screened, stage_imputed, stage_treated, stage_normalised, stage_aggregated, results_full, results_ranks, ' +
        'stats_raw, treatment, effective_weights, corr_ind_vs_index, ua_scores, ua_ranks, ua_rankstats, sa_target, sa_indices; and cronbach by node',
      source: 'OECD/JRC Handbook (2008); Saisana, Saltelli, Tarantola 2005; Saltelli et al. 2010; Jansen 1999',
      compute: computePipeline,
    },
  },
};

/** The same method under the id of its second set of checks. */
export const pipelineAsemFromOutside: Method = { ...pipelineFromOutside, id: 'composite-pipeline-asem' };
