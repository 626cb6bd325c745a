import { z } from 'zod';
import { idSchema } from '#modules/registry/words/record.schema.ts';
import { missingKinds } from '#modules/indicator/words/observation.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { findingKinds, uncertaintySchema, variedChoices } from './scoreboard-choices.schema.ts';
import { contentSchema, editionStates } from './scoreboard.schema.ts';

/** A number of the computation; null where there is none. Rounded to 12 significant digits, the same on every machine. */
const cell = z.number().nullable();
/** Missing, zero and suppressed differ; `noData`: nobody holds a value. */
export const inputMarks = ['value', 'about', ...missingKinds, 'noData'] as const;
export const markSchema = z.enum(inputMarks);
export type InputMark = z.infer<typeof markSchema>;
export const stageNames = ['raw', 'denominated', 'imputed', 'treated', 'normalised'] as const;
export type StageName = (typeof stageNames)[number];
const count = z.number().int().min(0);

/** What stands in the way of computing, or was accepted with a reason. */
export const findingSchema = z.object({
  kind: z.enum(findingKinds),
  /** The indicator's node. */
  code: z.string(),
  /** What is mixed: periods, titles of vintages, scope notes, units. */
  values: z.array(z.string()),
  subjectIds: z.array(z.string()),
  accepted: z.string().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** What is doubtful about a step; reasons are those of the kernel (`observatory.scoreboard.doubt.<why>`). */
export const doubtSchema = z.object({ step: z.string(), code: z.string(), why: z.string() });

export const scoredSubjectSchema = z.object({
  id: z.string(),
  name: nameSchema,
  code: z.string().nullable(),
  group: z.string().nullable(),
  peer: z.boolean(),
  /** Whether the kernel's screening kept it; else it has no scores. */
  kept: z.boolean(),
});
export type ScoredSubject = z.infer<typeof scoredSubjectSchema>;
/** Indicators first, in the order of the tree, then groups, each after its children; the last one is the score of the whole. */
export const scoredNodeSchema = z.object({
  code: z.string(),
  parent: z.string().nullable(),
  name: nameSchema,
  level: z.number().int(),
  indicatorId: z.string().nullable(),
  unit: z.string().nullable(),
  direction: z.union([z.literal(1), z.literal(-1)]),
  /** As used, among its siblings, and in the whole. */
  weight: cell,
  effectiveWeight: cell,
});
export type ScoredNode = z.infer<typeof scoredNodeSchema>;
export const intervalSchema = z.object({ mean: cell, median: cell, low: cell, high: cell, counted: count });
export type RankInterval = z.infer<typeof intervalSchema>;

/** Answer of a preview and of a run. Lists of subjects and nodes are parallel to `subjects` and `nodes`. */
export const scoreboardResultSchema = z.object({
  subjects: z.array(scoredSubjectSchema),
  nodes: z.array(scoredNodeSchema),
  /** subjects × nodes: indicators as put on one scale, then groups. */
  scores: z.array(z.array(cell)),
  /** subjects × nodes, 1 = highest. */
  ranks: z.array(z.array(cell)),
  /** subjects × indicators. */
  marks: z.array(z.array(markSchema)),
  /** Where each subject's rank lies when the choices change: 5–95 %. Null where it was not asked. */
  intervals: z.array(intervalSchema).nullable(),
  /** What was varied, with the alternatives in words of the kernel, and how much of the movement of the ranks it makes. */
  varied: z.array(z.object({ choice: z.enum(variedChoices), alternatives: z.array(z.string()), first: cell, total: cell })),
  /** Without one indicator: how far ranks move. */
  without: z.array(z.object({ code: z.string(), meanRankChange: cell, mostMovedId: z.string().nullable(), move: z.number() })),
  /** nodes × nodes. */
  correlations: z.array(z.array(cell)),
  treatments: z.array(z.object({ code: z.string(), low: count, high: count, transformed: z.boolean(), passed: z.boolean() })),
  portraits: z.array(z.object({ code: z.string(), min: cell, max: cell, mean: cell, median: cell, sd: cell, skew: cell, kurt: cell, available: count, zero: count, suppressed: count, missing: count, imputed: count })),
  consistency: z.array(z.object({ parent: z.string(), lambdaMax: cell, ci: cell, cr: cell })),
  findings: z.array(findingSchema),
  doubts: z.array(doubtSchema),
});
export type ScoreboardResult = z.infer<typeof scoreboardResultSchema>;
/** subjects × indicators after each step. */
export const stagesSchema = z.record(z.enum(stageNames), z.array(z.array(cell)));
export type Stages = z.infer<typeof stagesSchema>;

/** What is computed beside scores and ranks. */
export const runParts = ['intervals', 'sensitivity', 'without', 'correlations'] as const;
export const previewParts = [...runParts, 'stages'] as const;
/** Computes what is not stored, so that every choice shows its effect at once. */
export const previewInputSchema = z.strictObject({
  content: contentSchema,
  parts: z.array(z.enum(previewParts)).max(previewParts.length).default([]),
  uncertainty: uncertaintySchema.extend({ replications: z.number().int().min(0).max(1000).default(200), sensitivityPoints: z.number().int().min(0).max(64).default(16) }).prefault({}),
});
/** `result` is null when something is mixed that nobody accepted: `findings` says what. */
export const previewSchema = z.object({ result: scoreboardResultSchema.nullable(), stages: stagesSchema.nullable(), findings: z.array(findingSchema) });
export type Preview = z.infer<typeof previewSchema>;

export const runSummarySchema = z.object({
  id: idSchema,
  scoreboardId: idSchema,
  editionId: idSchema,
  editionNumber: z.number().int(),
  editionState: z.enum(editionStates),
  number: z.number().int().min(1),
  period: z.string().nullable(),
  subjectCount: count,
  indicatorCount: count,
  replications: count,
  seed: z.number().int(),
  /** SHA-256 of the canonical text of everything that goes in, and of what came out. */
  inputHash: z.string(),
  resultHash: z.string(),
  computedAt: z.iso.datetime(),
  sample: z.boolean(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;
export const runSchema = runSummarySchema.extend({
  methods: z.array(z.object({ id: z.string(), version: z.string() })),
  uncertainty: uncertaintySchema,
  content: contentSchema,
  result: scoreboardResultSchema,
});
export type Run = z.infer<typeof runSchema>;
export const runListQuery = z.strictObject({ ...pageQuery });

/** One subject from score to source. */
export const trailQuery = z.strictObject({ subjectId: z.string().min(1).max(60) });
const inputSchema = z.object({
  value: z.string().nullable(),
  mark: markSchema,
  unit: z.string().nullable(),
  period: z.string().nullable(),
  vintage: z.string().nullable(),
  scopeNote: z.string().nullable(),
  source: z.string().nullable(),
  /** For the trace `indicator.observation`. */
  observationId: z.string().nullable(),
});
export const trailSchema = z.object({
  subject: scoredSubjectSchema,
  rank: cell,
  score: cell,
  interval: intervalSchema.nullable(),
  nodes: z.array(
    scoredNodeSchema.extend({
      score: cell,
      rank: cell,
      /** Of indicators only; null for groups. */
      input: inputSchema.nullable(),
      denominator: inputSchema.nullable(),
      stages: z.object({ raw: cell, denominated: cell, imputed: cell, treated: cell, normalised: cell }).nullable(),
      wasImputed: z.boolean(),
      wasTreated: z.boolean(),
    }),
  ),
});
export type Trail = z.infer<typeof trailSchema>;

/** One subject against peers, indicator by indicator. Peers: ids with commas; those marked as peers where none are told. */
export const benchmarkQuery = z.strictObject({ subjectId: z.string().min(1).max(60), peers: z.string().max(2000).optional() });
export const benchmarkSchema = z.object({
  subject: scoredSubjectSchema,
  peers: z.array(scoredSubjectSchema),
  rows: z.array(
    z.object({
      node: scoredNodeSchema,
      /** On the common scale. */
      own: cell,
      ofPeers: z.array(cell),
      peerMean: cell,
      peerBest: cell,
      bestPeerId: z.string().nullable(),
      gapToMean: cell,
      gapToBest: cell,
      /** In the unit of the indicator, after dividing; null for groups. */
      ownValue: cell,
      peerValues: z.array(cell),
      ownMark: markSchema.nullable(),
      peerMarks: z.array(markSchema),
    }),
  ),
});
export type Benchmark = z.infer<typeof benchmarkSchema>;

export const comparisonQuery = z.strictObject({ withId: idSchema });
/** What changed from `from` to `to`: content, scores and ranks. */
export const comparisonResultSchema = z.object({
  from: runSummarySchema,
  to: runSummarySchema,
  /** Path in the content (`choices.normalisation.method`, `nodes.LPI.weight`, `subjects.x`) and both values as JSON text; null where it is not there. */
  changes: z.array(z.object({ path: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  subjects: z.array(z.object({ id: z.string(), name: nameSchema, fromScore: cell, toScore: cell, fromRank: cell, toRank: cell, fromInterval: intervalSchema.nullable(), toInterval: intervalSchema.nullable() })),
  /** Whether both stand on the same inputs. */
  sameInputs: z.boolean(),
});
export type RunComparison = z.infer<typeof comparisonResultSchema>;

/** Not `format`: that word is the server's, for lists. */
export const exportQuery = z.strictObject({ as: z.enum(['json', 'csv']).default('json') });
/** Computed once more from the stored inputs. */
export const checkSchema = z.object({ same: z.boolean(), inputHash: z.string(), resultHash: z.string(), recomputedHash: z.string() });
export const startedSchema = z.object({ jobId: idSchema });
