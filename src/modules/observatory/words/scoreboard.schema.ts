import { z } from 'zod';
import { observedKinds } from '#modules/indicator/words/observation.schema.ts';
import { idSchema, noteSchema, recordShape, refSchema, territoryIdSchema, visibilitySchema } from '#modules/registry/words/record.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { choicesSchema, uncertaintySchema } from './scoreboard-choices.schema.ts';

/** What is compared: the same kinds as indicators are observed of. */
export const scoredKinds = observedKinds;
export type ScoredKind = (typeof scoredKinds)[number];
export const editionStates = ['draft', 'computed', 'published', 'withdrawn'] as const;
export type EditionState = (typeof editionStates)[number];
export const editionVerbs = ['reopen', 'publish', 'withdraw'] as const;
export type EditionVerb = (typeof editionVerbs)[number];

/** Code of a node, the same in every edition of a scoreboard as long as it means the same. */
export const nodeCodeSchema = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,59}$/);
const finite = z.number().min(-1e15).max(1e15);

/** A group of the tree, or an indicator (`indicatorId` set): then it has no children. Exactly one node has no parent. */
export const nodeSchema = z.strictObject({
  code: nodeCodeSchema,
  parent: nodeCodeSchema.nullable(),
  /** Groups have a name; an indicator is called as in the catalogue where it has none here. */
  name: nameSchema.nullable().default(null),
  /** Among its siblings; any sum. */
  weight: z.number().min(0).max(1_000_000).default(1),
  indicatorId: idSchema.nullable().default(null),
  /** An indicator by which the value of the same subject and period is divided. */
  denominatorId: idSchema.nullable().default(null),
  /** 1 more is better, −1 less is better; null as the catalogue says (neither way counts as more). */
  direction: z.union([z.literal(1), z.literal(-1)]).nullable().default(null),
  /** Goalposts and target, in the unit of the value that is compared (after dividing). */
  lower: finite.nullable().default(null),
  upper: finite.nullable().default(null),
  target: finite.nullable().default(null),
});
export type ScoreboardNode = z.output<typeof nodeSchema>;

/** A subject that is compared. */
export const chosenSubjectSchema = z.strictObject({
  id: z.string().trim().min(1).max(60),
  /** For imputing by group, such as the region of the world. */
  group: z.string().trim().min(1).max(100).nullable().default(null),
  /** Chosen to be compared with, at home or abroad; stands in the same table. */
  peer: z.boolean().default(false),
});
export type ChosenSubject = z.output<typeof chosenSubjectSchema>;

/** Everything that decides on the numbers of an edition. */
export const contentShape = {
  /** Text of a period; null takes the newest value of each subject. */
  period: z.string().trim().min(1).max(40).nullable().default(null),
  /** One release of the source; null takes what is shown by the rule of the catalogue. */
  vintageId: idSchema.nullable().default(null),
  subjects: z.array(chosenSubjectSchema).max(2000).default([]),
  nodes: z.array(nodeSchema).max(400).default([]),
  choices: choicesSchema.prefault({}),
};
export const contentSchema = z.strictObject(contentShape);
export type ScoreboardContent = z.output<typeof contentSchema>;

const scoreboardFields = {
  name: nameSchema,
  purpose: z.strictObject({ zh: z.string().trim().min(1).max(2000).optional(), en: z.string().trim().min(1).max(2000).optional() }).nullable().default(null),
  subjectKind: z.enum(scoredKinds),
  /** Whose it is: the mandate over the territory or the cluster decides who may change it; neither, the whole space. */
  territoryId: territoryIdSchema.nullable().default(null),
  clusterId: idSchema.nullable().default(null),
  visibility: visibilitySchema.default('open'),
};
/** With the content of its first edition, where that is known already. */
export const scoreboardInputSchema = z.strictObject({ ...scoreboardFields, content: contentSchema.optional() });
export const scoreboardEditSchema = z.strictObject(scoreboardFields).omit({ subjectKind: true });
export type ScoreboardEdit = z.output<typeof scoreboardEditSchema>;

const count = z.number().int().min(0);
export const scoreboardSummarySchema = z.object({
  ...recordShape,
  name: nameSchema,
  purpose: scoreboardFields.purpose.unwrap(),
  subjectKind: z.enum(scoredKinds),
  territory: refSchema.nullable(),
  cluster: refSchema.nullable(),
  /** Of what this reader may see. */
  editionCount: count,
  publishedCount: count,
  /** The newest edition and run that this reader may see. */
  newest: z.object({ editionId: idSchema, number: z.number().int(), state: z.enum(editionStates), runId: idSchema.nullable(), period: z.string().nullable(), subjectCount: count, indicatorCount: count }).nullable(),
});
export type ScoreboardSummary = z.infer<typeof scoreboardSummarySchema>;
export const scoreboardSchema = scoreboardSummarySchema.extend({ mayManage: z.boolean(), territoryIds: z.array(z.string()) });
export type Scoreboard = z.infer<typeof scoreboardSchema>;
export const scoreboardListQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  subjectKind: z.enum(scoredKinds).optional(),
  state: z.enum(editionStates).optional(),
  sort: z.enum(['name', '-name', 'updatedAt', '-updatedAt']).default('-updatedAt'),
});

export const editionSummarySchema = z.object({
  id: idSchema,
  scoreboardId: idSchema,
  version: z.number().int().min(1),
  number: z.number().int().min(1),
  state: z.enum(editionStates),
  note: z.string().nullable(),
  period: z.string().nullable(),
  subjectCount: count,
  indicatorCount: count,
  runCount: count,
  /** The run that counts: of a computed or published edition the newest one made of its content. */
  runId: idSchema.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
});
export type EditionSummary = z.infer<typeof editionSummarySchema>;
export const editionSchema = editionSummarySchema.extend({ content: contentSchema, stateNote: z.string().nullable() });
export type Edition = z.infer<typeof editionSchema>;
export const editionInputSchema = z.strictObject({
  note: noteSchema.max(500).nullable().default(null),
  /** Takes the content of another edition of the same scoreboard. */
  fromId: idSchema.optional(),
  content: contentSchema.optional(),
});
export const editionEditSchema = z.strictObject({ note: noteSchema.max(500).nullable().default(null), content: contentSchema });
export const editionStepSchema = z.strictObject({ verb: z.enum(editionVerbs), reason: noteSchema.min(1).max(1000).optional() });
export const computeInputSchema = z.strictObject({ uncertainty: uncertaintySchema.prefault({}) });
