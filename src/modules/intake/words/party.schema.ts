import { z } from 'zod';
import { leveled } from '#platform/level/level.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { buckets, campaignStates, levelRanks } from './campaign.schema.ts';
import { editionSchema, fieldKeySchema, idSchema, legalBases, refSchema, respondentKinds } from './form.schema.ts';

export const partyStates = ['waiting', 'draft', 'submitted', 'returned', 'accepted'] as const;
export type PartyState = (typeof partyStates)[number];
export const entryOrigins = ['typed', 'record', 'lastPeriod'] as const;

/** What somebody wrote into one field. */
export const entrySchema = z.strictObject({
  field: fieldKeySchema,
  /** As written; several choices one a line. */
  text: leveled('sensitive', z.string().max(4000)),
  /** Why an unusual number is right. */
  explanation: z.string().trim().max(1000).nullable().default(null),
  /** Asked not to be shown to anybody else. */
  isWithheld: z.boolean().default(false),
  origin: z.enum(entryOrigins).default('typed'),
});
export type Entry = z.output<typeof entrySchema>;
export const entriesSchema = z.array(entrySchema).max(200);

/** A value as somebody may see it: closed ones say why, and never look like zero or nothing. */
export const reportedValueSchema = z.object({
  field: z.string(),
  text: leveled('sensitive', z.string().nullable()),
  operator: z.string().nullable(),
  value: leveled('sensitive', z.string().nullable()),
  unit: z.string().nullable(),
  scale: z.string().nullable(),
  explanation: z.string().nullable(),
  isWithheld: z.boolean(),
  origin: z.enum(entryOrigins),
  basis: z.enum(legalBases),
  /** Null when it is shown. */
  closed: z.enum(['withheld', 'statisticalConfidentiality']).nullable(),
});
export type ReportedValue = z.output<typeof reportedValueSchema>;

export const submissionProblemSchema = z.object({
  field: z.string().nullable(),
  rule: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  reason: z.string(),
  /** The number that was probably meant. */
  suggestion: z.string().nullable(),
  words: z.object({ zh: z.string(), en: z.string() }),
});
export type SubmissionProblem = z.output<typeof submissionProblemSchema>;

export const partySummarySchema = z.object({
  id: idSchema,
  version: z.number().int().min(1),
  kind: z.enum(respondentKinds),
  name: nameSchema,
  code: z.string().nullable(),
  organisationId: z.string().nullable(),
  territory: refSchema.nullable(),
  cluster: refSchema.nullable(),
  state: z.enum(partyStates),
  bucket: z.enum(buckets),
  level: z.number().int(),
  number: z.number().int(),
  dueAt: z.iso.datetime().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  isLate: z.boolean(),
  isOnBehalf: z.boolean(),
  remindedOn: z.iso.date().nullable(),
});
export type PartySummary = z.output<typeof partySummarySchema>;

export const partyListQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  bucket: z.enum(buckets).optional(),
  state: z.enum(partyStates).optional(),
  territoryId: z.string().max(60).optional(),
  clusterId: idSchema.optional(),
});

export const reasonSchema = z.strictObject({ field: fieldKeySchema, reason: z.string().trim().min(1).max(1000) });
export const decisionSchema = z.object({
  verb: z.enum(['accept', 'return']),
  level: z.number().int(),
  holder: z.string(),
  holderName: nameSchema.nullable(),
  note: z.string().nullable(),
  reasons: z.array(reasonSchema),
  isOnBehalf: z.boolean(),
  decidedByName: z.string(),
  decidedAt: z.iso.datetime(),
});
export type Decision = z.output<typeof decisionSchema>;

export const submissionSummarySchema = z.object({
  id: idSchema,
  number: z.number().int(),
  kind: z.enum(['report', 'revision']),
  reason: z.string().nullable(),
  isOnBehalf: z.boolean(),
  onBehalfHolder: z.string().nullable(),
  submittedByName: z.string(),
  submittedAt: z.iso.datetime(),
  warnings: z.array(submissionProblemSchema),
  decisions: z.array(decisionSchema),
});
export type SubmissionSummary = z.output<typeof submissionSummarySchema>;
export const submissionSchema = submissionSummarySchema.extend({ partyId: idSchema, values: z.array(reportedValueSchema) });
export type Submission = z.output<typeof submissionSchema>;

/** Something the platform holds already, with where it is from. */
export const prefillSchema = z.object({
  field: z.string(),
  text: leveled('sensitive', z.string()),
  origin: z.enum(['record', 'lastPeriod']),
  source: z.object({ zh: z.string(), en: z.string() }),
  /** Day of the record, or the period before. */
  at: z.string(),
});
export type Prefill = z.output<typeof prefillSchema>;

export const holderLevelSchema = z.object({ level: z.number().int(), rank: z.enum(levelRanks).nullable(), holder: z.string(), holderName: nameSchema.nullable() });
export type HolderLevel = z.output<typeof holderLevelSchema>;

export const partySchema = partySummarySchema.extend({
  campaign: z.object({ id: idSchema, name: nameSchema, period: z.string(), state: z.enum(campaignStates), sample: z.boolean(), note: z.string().nullable() }),
  form: refSchema,
  content: editionSchema,
  levels: z.array(holderLevelSchema),
  /** Version of the draft, to be sent back with it; 0 while nobody wrote anything. */
  draftVersion: z.number().int(),
  /** What is in the draft, or was submitted last. Null when the reader may not see what is being written. */
  entries: z.array(entrySchema).nullable(),
  prefills: z.array(prefillSchema),
  problems: z.array(submissionProblemSchema),
  submissions: z.array(submissionSummarySchema),
  mayAnswer: z.boolean(),
  /** Whoever answers now does so in the party's place. */
  isForOther: z.boolean(),
  mayDecide: z.boolean(),
  mayRelease: z.boolean(),
});
export type Party = z.output<typeof partySchema>;

export const ownReportSchema = partySummarySchema.extend({
  campaign: z.object({ id: idSchema, name: nameSchema, period: z.string(), state: z.enum(campaignStates), sample: z.boolean() }),
  fieldCount: z.number().int(),
  legalBasis: z.enum(legalBases),
});
export type OwnReport = z.output<typeof ownReportSchema>;

export const releasePurposes = ['rules', 'policyFit', 'grading', 'review', 'publication', 'otherScreens'] as const;
export type ReleasePurpose = (typeof releasePurposes)[number];
export const releaseInputSchema = z.strictObject({ purpose: z.enum(releasePurposes), fields: z.array(fieldKeySchema).max(200).default([]), until: z.iso.date().nullable().default(null) });
export const releaseSchema = z.object({
  id: idSchema,
  purpose: z.enum(releasePurposes),
  fields: z.array(z.string()),
  until: z.iso.date().nullable(),
  releasedByName: z.string(),
  releasedAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});
export type Release = z.output<typeof releaseSchema>;

export const useSchema = z.object({ id: idSchema, purpose: z.string(), holder: z.string().nullable(), holderName: nameSchema.nullable(), personName: z.string(), usedAt: z.iso.datetime() });
export type Use = z.output<typeof useSchema>;
/** Who may use what was reported, and who has. */
export const usesSchema = z.object({
  basis: z.enum(legalBases),
  purpose: nameSchema.nullable(),
  levels: z.array(holderLevelSchema),
  releases: z.array(releaseSchema),
  uses: z.array(useSchema),
});
export type Uses = z.output<typeof usesSchema>;
