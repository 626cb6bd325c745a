import { stableMatching } from './assign/stable-matching.method.ts';
import { importDependenceOutside } from './chain/import-dependence.method.ts';
import { compositeAggregate } from './indicator/composite-aggregate.method.ts';
import { compositeNormalise } from './indicator/composite-normalise.method.ts';
import { compositeTreatImpute } from './indicator/composite-treat-impute.method.ts';
import { compositeWeights } from './indicator/composite-weights.method.ts';
import { benefitOfDoubtFromOutside } from './indicator/bod/benefit-of-doubt.method.ts';
import { pipelineAsemFromOutside, pipelineFromOutside } from './indicator/pipeline/pipeline.method.ts';
import { sobolFromOutside } from './indicator/sensitivity/sobol.method.ts';
import { lifecycle } from './lifecycle/lifecycle.method.ts';
import { entityResolution } from './matching/entity-resolution.method.ts';
import { matching } from './matching/matching.method.ts';
import type { Method } from './method/method.ts';
import { disclosure } from './sdc/disclosure.method.ts';
import { clusterDefinition } from './space/cluster-definition/cluster-definition.method.ts';
import { clusterIndices } from './space/cluster-index.method.ts';
import { complexity } from './space/complexity/complexity.method.ts';
import { convergence } from './space/convergence.method.ts';
import { agglomeration } from './space/ellison-glaeser.method.ts';
import { kdensityMethod } from './space/kdensity.method.ts';
import { shiftShares } from './space/shift-share.method.ts';
import { spatialClusteringMethod } from './space/spatial-clustering.method.ts';
import { specialisation } from './space/specialisation.method.ts';
import { variety } from './space/variety.method.ts';
import { stringSimilarity } from './text/string-similarity.method.ts';

/** Every method that can be computed from outside, one line each. */
export const methods: readonly Method[] = [
  agglomeration,
  benefitOfDoubtFromOutside,
  clusterDefinition,
  clusterIndices,
  complexity,
  compositeAggregate,
  compositeNormalise,
  compositeTreatImpute,
  compositeWeights,
  convergence,
  disclosure,
  entityResolution,
  importDependenceOutside,
  kdensityMethod,
  lifecycle,
  matching,
  pipelineAsemFromOutside,
  pipelineFromOutside,
  shiftShares,
  sobolFromOutside,
  spatialClusteringMethod,
  specialisation,
  stableMatching,
  stringSimilarity,
  variety,
];
