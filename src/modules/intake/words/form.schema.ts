import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

export const editionStates = ['draft', 'published', 'retired'] as const;
export type EditionState = (typeof editionStates)[number];
export const legalBases = ['statisticalSurvey', 'administrativeFiling', 'voluntaryService'] as const;
export type LegalBasis = (typeof legalBases)[number];
export const respondentKinds = ['organisation', 'territory', 'clusterOrganisation'] as const;
export type RespondentKind = (typeof respondentKinds)[number];
export const periodicities = ['month', 'quarter', 'half', 'year', 'once'] as const;
export type Periodicity = (typeof periodicities)[number];
export const fieldTypes = ['number', 'text', 'choice', 'choices', 'date', 'yesNo', 'file'] as const;
export type FieldType = (typeof fieldTypes)[number];
/** What the register holds of an organisation and a form can begin with. */
export const recordAttributes = ['name', 'uscc', 'territory', 'industry', 'sizeClass', 'website', 'foundedYear', 'ownership'] as const;
export type RecordAttribute = (typeof recordAttributes)[number];
/** How many of its unit one written number stands for: 10,000 yuan. */
export const unitScales = ['1', '1000', '10000', '1000000', '100000000'] as const;

export const idSchema = z.uuid();
export const fieldKeySchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
export const decimalSchema = z.string().regex(/^-?\d{1,18}(\.\d{1,10})?$/);
const sentenceSchema = z.strictObject({ zh: z.string().trim().min(1).max(400), en: z.string().trim().min(1).max(400) });
const territoryIdSchema = z.string().regex(/^(world|[a-z0-9-]{1,20}:[A-Za-z0-9-]{1,20})$/);

/** Whose form or campaign it is; the whole space's while both are null. */
export const holderShape = { territoryId: territoryIdSchema.nullable().default(null), clusterId: idSchema.nullable().default(null) };
export const refSchema = z.object({ id: z.string(), name: z.object({ zh: z.string().optional(), en: z.string().optional() }) });
export type Ref = z.infer<typeof refSchema>;

export const fieldSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  /** The value becomes an observation of this indicator. */
  z.strictObject({ kind: z.literal('indicator'), indicatorId: idSchema.nullable(), indicatorKey: z.string().min(1).max(80) }),
  z.strictObject({ kind: z.literal('record'), attribute: z.enum(recordAttributes) }),
]);

export const formFieldSchema = z.strictObject({
  key: fieldKeySchema,
  label: nameSchema,
  help: nameSchema.nullable().default(null),
  /** Key of the section it stands in; the first one while null. */
  section: fieldKeySchema.nullable().default(null),
  source: fieldSourceSchema.default({ kind: 'free' }),
  type: z.enum(fieldTypes),
  /** Code of a unit; numbers only. */
  unit: z.string().max(20).nullable().default(null),
  scale: z.enum(unitScales).default('1'),
  required: z.boolean().default(false),
  min: decimalSchema.nullable().default(null),
  max: decimalSchema.nullable().default(null),
  /** Percent up or down on the last period beyond which the number has to be explained. */
  changeLimit: z.number().min(0).max(100_000).nullable().default(null),
  choices: z.array(z.strictObject({ value: z.string().trim().min(1).max(60), label: nameSchema })).max(200).default([]),
  /** Whether the sheet for the level above adds it up. */
  isAdded: z.boolean().default(true),
});
export type FormField = z.output<typeof formFieldSchema>;

export const formSectionSchema = z.strictObject({ key: fieldKeySchema, label: nameSchema });
export type FormSection = z.output<typeof formSectionSchema>;

/** True when all is well. Unknown is no problem: what is missing is said where it is missing. */
export const formRuleSchema = z.strictObject({
  key: fieldKeySchema,
  expression: z.string().trim().min(1).max(2000),
  /** What is wrong when it is not true. */
  sentence: sentenceSchema,
  severity: z.enum(['error', 'warning']).default('error'),
});
export type FormRule = z.output<typeof formRuleSchema>;

export const editionInputSchema = z.strictObject({
  legalBasis: z.enum(legalBases),
  respondent: z.enum(respondentKinds).default('organisation'),
  periodicity: z.enum(periodicities).default('month'),
  formNumber: z.string().trim().min(1).max(60).nullable().default(null),
  issuer: z.string().trim().min(1).max(200).nullable().default(null),
  approvalNumber: z.string().trim().min(1).max(120).nullable().default(null),
  validUntil: z.iso.date().nullable().default(null),
  /** What the figures are for, said to whoever fills it in. */
  purpose: nameSchema.nullable().default(null),
  sections: z.array(formSectionSchema).max(30).default([]),
  fields: z.array(formFieldSchema).max(200).default([]),
  rules: z.array(formRuleSchema).max(100).default([]),
});
export type EditionInput = z.output<typeof editionInputSchema>;

export const formInputSchema = z.strictObject({ name: nameSchema, ...holderShape, ...editionInputSchema.shape });
export type FormInput = z.output<typeof formInputSchema>;
/** Whose it is stays; everything else of a draft may change. */
export const formChangeSchema = formInputSchema.omit({ territoryId: true, clusterId: true });

export const editionSchema = editionInputSchema.extend({
  edition: z.number().int().min(1),
  state: z.enum(editionStates),
  publishedAt: z.iso.datetime().nullable(),
  retiredAt: z.iso.datetime().nullable(),
});
export type Edition = z.output<typeof editionSchema>;

export const formSummarySchema = z.object({
  id: idSchema,
  version: z.number().int().min(1),
  visibility: z.enum(['open', 'internal']),
  sample: z.boolean(),
  name: nameSchema,
  territory: refSchema.nullable(),
  cluster: refSchema.nullable(),
  /** Of the newest edition. */
  edition: z.number().int().min(1),
  state: z.enum(editionStates),
  legalBasis: z.enum(legalBases),
  respondent: z.enum(respondentKinds),
  periodicity: z.enum(periodicities),
  fieldCount: z.number().int(),
  formNumber: z.string().nullable(),
  validUntil: z.iso.date().nullable(),
  /** The newest edition that is published, for new campaigns. */
  publishedEdition: z.number().int().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type FormSummary = z.output<typeof formSummarySchema>;

/** Why a draft can't be published yet; empty when it can. */
export const publishProblemSchema = z.object({ reason: z.string(), field: z.string().nullable(), words: z.object({ zh: z.string(), en: z.string() }) });
export type PublishProblem = z.output<typeof publishProblemSchema>;

export const formSchema = formSummarySchema.extend({
  content: editionSchema,
  editions: z.array(z.object({ edition: z.number().int(), state: z.enum(editionStates), publishedAt: z.iso.datetime().nullable() })),
  problems: z.array(publishProblemSchema),
});
export type Form = z.output<typeof formSchema>;

export const formListQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  state: z.enum(editionStates).optional(),
  legalBasis: z.enum(legalBases).optional(),
  sort: z.enum(['name', '-name', 'updatedAt', '-updatedAt']).default('name'),
});
