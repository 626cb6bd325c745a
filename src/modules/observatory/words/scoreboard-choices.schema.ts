import { z } from 'zod';

const share = z.number().min(0).max(1);
const finite = z.number().min(-1e15).max(1e15);
const ties = z.enum(['min', 'average', 'max']).default('min');

/** Names of methods are those of the kernel, so that they mean the same on screen, in a script and in an export. */
export const screeningSchema = z.strictObject({ availability: share.default(0), nonZero: share.default(0) });
export const imputationMethods = ['none', 'mean', 'median', 'group-mean', 'group-median', 'row-mean', 'row-median'] as const;
export const transformations = ['none', 'log-ct', 'log-shift1', 'log', 'boxcox'] as const;
export const treatmentSchema = z.strictObject({
  /** At most so many values of an indicator are moved; 0 goes to the transformation at once. */
  winmax: z.number().int().min(0).max(100).default(5),
  skewLimit: z.number().min(0).max(100).default(2),
  kurtLimit: z.number().min(-10).max(1000).default(3.5),
  /** What follows where moving values was not enough. */
  fallback: z.enum(transformations).default('log-ct'),
  lambda: z.number().min(-5).max(5).default(0),
});
export const normalisationSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('minmax'), low: finite.default(0), high: finite.default(100) }),
  z.strictObject({ method: z.literal('zscore'), mean: finite.default(0), sd: z.number().positive().max(1e6).default(1) }),
  z.strictObject({ method: z.literal('rank'), ties }),
  z.strictObject({ method: z.literal('borda'), ties }),
  z.strictObject({ method: z.literal('percentile-rank'), ties }),
  z.strictObject({ method: z.literal('dist2max') }),
  /** `subjectId`: whose value counts as 1. */
  z.strictObject({ method: z.literal('dist2ref'), subjectId: z.string().min(1).max(60), cap: z.boolean().default(false) }),
  /** Needs a target on every indicator. */
  z.strictObject({ method: z.literal('dist2target'), cap: z.boolean().default(false) }),
  /** Needs lower and upper on every indicator. */
  z.strictObject({ method: z.literal('goalposts'), scale: z.number().positive().max(1e6).default(100), truncate: z.boolean().default(true) }),
  z.strictObject({ method: z.literal('fracmax') }),
  z.strictObject({ method: z.literal('none') }),
]);
export const normalisationMethods = normalisationSchema.options.map(({ shape }) => shape.method.value);

/** How many times more one child of a group matters than another, in the order of the tree: a_ij > 0. */
export const comparisonSchema = z.strictObject({ parent: z.string().min(1).max(60), matrix: z.array(z.array(z.number().positive().max(1e6)).max(15)).min(1).max(15) });
export const weightingMethods = ['given', 'equal', 'std', 'entropy', 'critic', 'pca1', 'pca-oecd', 'ahp'] as const;
export const weightingSchema = z.strictObject({
  /** From the data: for groups of indicators, groups of groups keep the weights of the tree. `ahp`: for groups that are compared. */
  method: z.enum(weightingMethods).default('given'),
  comparisons: z.array(comparisonSchema).max(100).default([]),
});
export const aggregationMethods = ['arithmetic', 'geometric', 'harmonic', 'power', 'copeland', 'mpi', 'bod'] as const;
export const aggregationSchema = z.strictObject({
  method: z.enum(aggregationMethods).default('arithmetic'),
  /** power: the exponent. */
  p: z.number().min(-20).max(20).default(1),
  /** mpi: what is punished. */
  penalty: z.enum(['POS', 'NEG']).default('POS'),
  /** bod: bounds of the share of each child. */
  shareLower: share.default(0),
  shareUpper: share.default(1),
});

/** What the inputs mix. Ratios of two populations are never accepted. */
export const findingKinds = ['mixedPeriods', 'mixedVintages', 'mixedScopes', 'mixedBases', 'mixedUnits', 'ratioOfPeriods', 'ratioOfVintages', 'ratioOfScopes', 'ratioOfBases'] as const;
export type FindingKind = (typeof findingKinds)[number];
export const acceptableFindings = ['mixedPeriods', 'mixedVintages', 'mixedBases', 'ratioOfVintages'] as const satisfies readonly FindingKind[];
export const acceptanceSchema = z.strictObject({
  kind: z.enum(acceptableFindings),
  /** Code of the indicator's node; null for all. */
  code: z.string().min(1).max(60).nullable().default(null),
  reason: z.string().trim().min(1).max(500),
});

export const choicesSchema = z.strictObject({
  denominate: z.boolean().default(true),
  screening: screeningSchema.nullable().default(null),
  imputation: z.enum(imputationMethods).default('none'),
  treatment: treatmentSchema.nullable().default({ winmax: 5, skewLimit: 2, kurtLimit: 3.5, fallback: 'log-ct', lambda: 0 }),
  normalisation: normalisationSchema.default({ method: 'minmax', low: 0, high: 100 }),
  weighting: weightingSchema.prefault({}),
  aggregation: aggregationSchema.prefault({}),
  /** Other methods for levels of the tree: 2 is the lowest level of groups. */
  aggregationByLevel: z.array(aggregationSchema.extend({ level: z.number().int().min(2).max(20) })).max(20).default([]),
  /** Share of children that must have a value, else the group has no score. */
  dataThreshold: share.default(0),
  accepted: z.array(acceptanceSchema).max(400).default([]),
});
export type ScoreboardChoices = z.output<typeof choicesSchema>;

/** What is varied to see how firm a rank is. */
export const variedChoices = ['treatment', 'imputation', 'normalisation', 'weights', 'aggregation'] as const;
export type VariedChoice = (typeof variedChoices)[number];
export const uncertaintySchema = z.strictObject({
  /** 0 leaves the intervals out. */
  replications: z.number().int().min(0).max(10_000).default(500),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
  vary: z.array(z.enum(variedChoices)).max(variedChoices.length).default([...variedChoices]),
  /** Each weight is multiplied by a number from 1 − noise to 1 + noise. */
  weightNoise: z.number().min(0).max(0.95).default(0.25),
  /** Points N of the sensitivity design, N·(d + 2) runs; 0 leaves it out. */
  sensitivityPoints: z.number().int().min(0).max(2048).default(64),
});
export type UncertaintySettings = z.output<typeof uncertaintySchema>;
