import { z } from 'zod';
import { crossTableSummarySchema, type CrossTableSummary } from '#modules/indicator/words/cross-table.schema.ts';
import { dateSchema, idSchema } from '#modules/registry/words/record.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

const count = z.number().int().min(0);
const figure = z.number().nullable();

/** A region or an industry of the selection: of the table itself, or a territory or class above several of its own. */
export const lineSchema = z.object({ id: z.string(), code: z.string(), name: nameSchema });
export type Line = z.infer<typeof lineSchema>;
export const regionLineSchema = lineSchema.extend({ territoryId: z.string().nullable() });

/** v a value, m not stated, n not applicable, s suppressed. */
export const cellMarks = ['v', 'm', 'n', 's'] as const;
export type CellMark = (typeof cellMarks)[number];

const share = z.number().min(0).max(1);
/** Numbers of the rule for strong clusters. */
export const thresholdShape = {
  quotientQuantile: share,
  quotientAtLeast: z.number().min(0).max(1000),
  sizeQuantile: share,
  establishmentQuantile: share,
};
export const thresholdsSchema = z.object(thresholdShape);
export type Thresholds = z.infer<typeof thresholdsSchema>;

const asked = (schema: z.ZodNumber) => z.string().regex(/^\d{1,4}(\.\d{1,6})?$/).transform(Number).pipe(schema).optional();
/** What of a table is computed on, and by which numbers; every part of it stands in the address of a page. */
export const selectionShape = {
  /** Industries left out: ids of columns or their last twelve digits, and the word `leftover` for those whose names say that they are one. */
  exclude: z.string().max(5000).regex(/^(leftover|[0-9a-f-]{12,36})(,(leftover|[0-9a-f-]{12,36}))*$/).optional(),
  /** Regions with less than this over the industries kept are left out. */
  minSize: z.string().regex(/^\d{1,12}(\.\d{1,3})?$/).transform(Number).optional(),
  regionLevel: z.string().regex(/^[A-Za-z]{1,20}$/).optional(),
  industryLevel: z.string().regex(/^[A-Za-z]{1,20}$/).optional(),
  /** Table of establishments for the fourth clause. */
  firms: idSchema.optional(),
  /** Earlier table for the growth of each cell. */
  since: idSchema.optional(),
  /** Indicator with the sizes of organisations, for the concentration of firms. */
  sizes: idSchema.optional(),
  quotientQuantile: asked(thresholdShape.quotientQuantile),
  quotientAtLeast: asked(thresholdShape.quotientAtLeast),
  sizeQuantile: asked(thresholdShape.sizeQuantile),
  establishmentQuantile: asked(thresholdShape.establishmentQuantile),
};
export const selectionQuery = z.strictObject(selectionShape);
export type Selection = z.infer<typeof selectionQuery>;

export const levelSchema = z.object({ level: z.string(), lines: count });
const headSchema = crossTableSummarySchema.pick({ id: true, name: true, measure: true, unit: true, period: true, vintage: true, sourceTitle: true, areaSystem: true, industrySystem: true, basis: true, sample: true, edition: true });
export type TableSummary = CrossTableSummary;
export type TableHead = z.infer<typeof headSchema>;

export const clauseKeys = ['quotientQuantile', 'quotientAtLeast', 'sizeQuantile', 'establishmentQuantile'] as const;
export type ClauseKey = (typeof clauseKeys)[number];
export const clauseOutcomes = ['pass', 'fail', 'unknown', 'notJudged'] as const;
export const clauseSchema = z.object({ key: z.enum(clauseKeys), value: figure, threshold: figure, outcome: z.enum(clauseOutcomes) });

export const strongRuleSchema = z.object({
  ...thresholdShape,
  id: idSchema,
  version: z.number().int().min(1),
  validFrom: dateSchema,
  note: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type StrongRuleEdition = z.infer<typeof strongRuleSchema>;
export const strongRuleInput = z.strictObject({ ...thresholdShape, validFrom: dateSchema, note: z.string().trim().min(1).max(1000) });

/** The rule as it is applied: an edition, or the product's own numbers; and whether the reader tries others. */
export const ruleInForceSchema = z.object({ ...thresholdShape, editionId: idSchema.nullable(), validFrom: dateSchema.nullable(), productDefault: z.boolean(), tried: z.boolean() });

export const overviewSchema = z.object({
  table: headSchema,
  since: headSchema.nullable(),
  firms: headSchema.nullable(),
  rule: ruleInForceSchema,
  regionLevels: z.array(levelSchema),
  industryLevels: z.array(levelSchema),
  regionLevel: z.string().nullable(),
  industryLevel: z.string().nullable(),
  /** Level of the territories of the map; null where the regions are none. */
  mapLevel: z.enum(['provinces', 'prefectures']).nullable(),
  /** Territory whose parts the map shows; null for all. */
  mapWithin: z.string().nullable(),
  industries: z.array(lineSchema.extend({ leftover: z.boolean(), excluded: z.boolean() })),
  regionCount: count,
  industryCount: count,
  total: z.number(),
  cells: z.object({ value: count, zero: count, notStated: count, notApplicable: count, suppressed: count }),
  left: z.object({ industries: count, smallRegions: count, smallSize: z.number(), withoutLevel: count, industriesWithoutLevel: count }),
  strong: count,
  strongUnknown: count,
  /** Other tables that the reader may see; why one is no edition of the same series, may not be the earlier one, may not count the establishments; null where it may. */
  others: z.array(headSchema.extend({ differs: z.string().nullable(), asEarlier: z.string().nullable(), asFirms: z.string().nullable() })),
});
export type Overview = z.infer<typeof overviewSchema>;

export const cellSchema = z.object({
  id: z.string(),
  region: regionLineSchema,
  industry: lineSchema,
  size: figure,
  mark: z.enum(cellMarks),
  lq: figure,
  /** Of all in the region. */
  regionShare: figure,
  /** Of all in the industry. */
  industryShare: figure,
  /** Place of the quotient among the regions of the industry. */
  rank: z.number().int().nullable(),
  change: figure,
  /** Rate since the earlier table. */
  growth: figure,
  strong: z.enum(['strong', 'no', 'unknown']),
  clauses: z.array(clauseSchema),
});
export type Cell = z.infer<typeof cellSchema>;
export const cellSorts = ['lq', 'size', 'growth', 'regionShare', 'industryShare'] as const;
const ids = z.string().max(700);
export const cellFilterShape = {
  /** At most ten regions, by id. */
  regions: ids.refine((value) => value.split(',').length <= 10).optional(),
  industry: z.string().max(60).optional(),
  strong: z.enum(['true']).optional(),
  sizeAtLeast: selectionShape.minSize,
  q: z.string().trim().max(100).optional(),
};
export const cellQuery = z.strictObject({ ...pageQuery, ...selectionShape, ...cellFilterShape, sort: z.enum([...cellSorts, ...cellSorts.map((sort) => `-${sort}` as const)]).default('-lq') });
export const pictureQuery = z.strictObject({ ...selectionShape, ...cellFilterShape });
export const pictureSchema = z.object({ points: z.array(cellSchema.pick({ id: true, size: true, mark: true, lq: true, growth: true, strong: true }).extend({ region: z.string(), industry: z.string() })), regions: z.array(regionLineSchema), industries: z.array(lineSchema), total: count, strong: count });
export type Picture = z.infer<typeof pictureSchema>;

export const regionMeasures = ['size', 'hhi', 'krugman', 'hachman', 'entropy', 'relativeDiversity', 'gini', 'eci', 'strong'] as const;
export const regionRowSchema = regionLineSchema.extend({ size: figure, hhi: figure, krugman: figure, hachman: figure, entropy: figure, relativeDiversity: figure, gini: figure, eci: figure, strong: count });
export type RegionRow = z.infer<typeof regionRowSchema>;
export const industryMeasures = ['size', 'hhi', 'krugman', 'rawConcentration', 'giniOfQuotients', 'locationalGini', 'hoover', 'ellisonGlaeser', 'firms', 'pci', 'strong'] as const;
export const industryRowSchema = lineSchema.extend({
  size: figure,
  hhi: figure,
  krugman: figure,
  /** Σ(s − x)². */
  rawConcentration: figure,
  giniOfQuotients: figure,
  locationalGini: figure,
  hoover: figure,
  /** Null without sizes of organisations. */
  ellisonGlaeser: figure,
  /** Organisations that the index is computed from. */
  firms: count,
  pci: figure,
  strong: count,
});
export type IndustryRow = z.infer<typeof industryRowSchema>;
const sorts = <const Names extends readonly string[]>(names: Names) => z.enum([...names, ...names.map((name) => `-${name}`)] as unknown as [Names[number] | `-${Names[number]}`]);
export const regionQuery = z.strictObject({ ...pageQuery, ...selectionShape, q: cellFilterShape.q, sort: sorts(regionMeasures).default('-size') });
export const industryQuery = z.strictObject({ ...pageQuery, ...selectionShape, q: cellFilterShape.q, sort: sorts(industryMeasures).default('-size') });

export const relatedMeasures = ['density', 'pci', 'gain', 'lq', 'size'] as const;
export const relatedQuery = z.strictObject({ ...pageQuery, ...selectionShape, region: z.string().max(60), sort: sorts(relatedMeasures).default('-density') });
/** An industry in which the region is not specialised. */
export const relatedRowSchema = lineSchema.extend({
  size: figure,
  mark: z.enum(cellMarks),
  lq: figure,
  /** Share of what is related to it that the region has already. */
  density: z.number(),
  pci: figure,
  /** What it would bring nearer of the complex industries that the region lacks. */
  gain: figure,
  /** Regions that are specialised in it. */
  regions: count,
  /** The region's own industries that it is most often found with. */
  near: z.array(lineSchema.pick({ id: true, code: true, name: true }).extend({ proximity: z.number() })),
});
export type RelatedRow = z.infer<typeof relatedRowSchema>;

export const shiftForms = ['Dunn', 'Esteban', 'Gerfin'] as const;
const componentsSchema = z.array(z.object({ key: z.string(), value: figure }));
export const shiftRowSchema = regionLineSchema.extend({ before: figure, after: figure, change: figure, national: figure, mix: figure, regional: figure, allocation: figure, netShift: figure, leftOut: count });
export type ShiftRow = z.infer<typeof shiftRowSchema>;
export const shiftMeasures = ['change', 'national', 'mix', 'regional', 'netShift', 'before', 'after'] as const;
export const shiftListQuery = z.strictObject({ ...pageQuery, ...selectionShape, since: idSchema, form: z.enum(shiftForms).default('Dunn'), q: cellFilterShape.q, sort: sorts(shiftMeasures).default('-change') });
export const shiftQuery = z.strictObject({ ...selectionShape, since: idSchema, form: z.enum(shiftForms).default('Dunn'), region: z.string().max(60) });
export const shiftSchema = z.object({
  region: regionLineSchema,
  since: headSchema,
  form: z.enum(shiftForms),
  components: componentsSchema,
  industries: z.array(lineSchema.extend({ before: figure, after: figure, components: componentsSchema, leftOut: z.boolean() })),
});
export type Shift = z.infer<typeof shiftSchema>;

/** Names under which figures of this area lead to what stands behind them. */
export const quotientTrace = 'observatory.quotient';
export const lineTrace = 'observatory.concentration';
export const shiftTrace = 'observatory.shiftShare';
