import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageOf, pageQuery } from '#platform/page/page.schema.ts';
import { batchStates } from './import.schema.ts';

/** By the matcher; by a person, now or in an earlier file; or nobody knows yet. */
export const matchStates = ['unsure', 'confirmed', 'rejected', 'automatic'] as const;
export type MatchState = (typeof matchStates)[number];

/** Codes of the kernel's reasons; each has its sentence. */
export const matchReasonCodes = [
  'sameCode', 'differentCode', 'invalidCode', 'sameExternalCode', 'codeWithOtherName', 'sameName', 'sameNameWithoutForm', 'sameCore', 'nameVariant', 'abbreviation',
  'similarName', 'nearBrand', 'sameBrand', 'otherName', 'aliasOf', 'otherForm', 'samePlace', 'sameProvince', 'otherCity', 'otherPlaceInName', 'sameIndustry', 'otherIndustry',
  'differentNumber', 'differentBranch', 'severalCandidates',
] as const;
export const matchReasonSchema = z.object({ reason: z.enum(matchReasonCodes), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type MatchReasonView = z.infer<typeof matchReasonSchema>;

const loose = z.object({ zh: z.string().optional(), en: z.string().optional() });
const bilingual = z.object({ zh: z.string(), en: z.string() });
const count = z.number().int().min(0);
const state = z.enum(matchStates);

/** What the file says of the organisation. */
export const askedSchema = z.object({ name: loose, uscc: z.string().nullable(), externalCode: z.string().nullable(), place: z.string().nullable() });

export const matchCandidateSchema = z.object({
  id: z.uuid(),
  score: z.number().min(0).max(1),
  reasons: z.array(matchReasonSchema),
  /** Null where the reader may not see the record. */
  record: z.object({ name: nameSchema, uscc: z.string().nullable(), externalCode: z.string().nullable(), place: loose.nullable(), industry: loose.nullable(), aliases: z.array(z.string()) }).nullable(),
});
export type MatchCandidateView = z.infer<typeof matchCandidateSchema>;

export const importMatchSchema = z.object({
  id: z.string(),
  batch: z.object({ id: z.uuid(), fileName: z.string(), state: z.enum(batchStates), targetLabel: bilingual }),
  rowNumber: z.number().int(),
  state,
  score: z.number(),
  asked: askedSchema,
  /** Rows, in whatever file, that ask the same. */
  alike: count,
  recordId: z.uuid().nullable(),
  candidates: z.array(matchCandidateSchema),
  decidedByName: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** What the row says besides, under the names of its columns. */
  cells: z.array(z.object({ column: z.string(), cell: z.string() })),
});
export type ImportMatch = z.infer<typeof importMatchSchema>;

export const matchFilter = { state: state.optional(), batchId: z.uuid().optional() };
export const matchListQuery = z.strictObject({ ...pageQuery, ...matchFilter });
export const matchPage = pageOf(importMatchSchema);
export const matchTallyQuery = z.strictObject({ batchId: z.uuid().optional() });
export const matchTallySchema = z.object({ unsure: count, confirmed: count, rejected: count, automatic: count });

const rows = z.array(z.strictObject({ batchId: z.uuid(), rowNumber: z.number().int().min(2) })).min(1).max(200);
/** One of the candidates; null for none of them; left out to take the answer back. */
export const matchDecisionInput = z.strictObject({ rows, candidateId: z.uuid().nullable().optional() });
/** How many rows, in whatever file, the answer settled, and what it wrote into the register for files applied before. */
export const matchDecisionOutcome = z.object({ rows: count, created: count, changed: count });

export const decisionListQuery = z.strictObject({ ...pageQuery, standing: z.enum(['true', 'false']).optional() });
export const matchDecisionSchema = z.object({
  id: z.uuid(),
  asked: askedSchema,
  /** Null for none of them. */
  organisation: z.object({ id: z.uuid(), name: loose }).nullable(),
  rejected: z.boolean(),
  batch: z.object({ id: z.uuid(), fileName: z.string() }).nullable(),
  decidedByName: z.string(),
  decidedAt: z.iso.datetime(),
  undoneByName: z.string().nullable(),
  undoneAt: z.iso.datetime().nullable(),
});
export type MatchDecision = z.infer<typeof matchDecisionSchema>;
