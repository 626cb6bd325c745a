import { z } from 'zod';

/** Missing, zero and suppressed are three things; so are reported, computed, about and not stated. */
export const figureMarks = ['reported', 'computed', 'about', 'atLeast', 'atMost', 'notStated', 'noData', 'suppressed'] as const;
export type FigureMark = (typeof figureMarks)[number];

export const traceLinkSchema = z.object({ provider: z.string(), params: z.record(z.string(), z.string()) });
export type TraceLink = z.infer<typeof traceLinkSchema>;

/** One figure as every screen shows it. `value` is a decimal string, never a float; null unless mark has a value. */
export const figureSchema = z.object({
  key: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
  value: z.string().nullable(),
  unit: z.string(),
  /** ISO text of the period: `2022`, `2022-Q1`, `2023-03-07`; null when the source does not say. */
  period: z.string().nullable(),
  mark: z.enum(figureMarks),
  sample: z.boolean(),
  note: z.object({ zh: z.string(), en: z.string() }).optional(),
  source: z.string().nullable(),
  trace: traceLinkSchema.nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** What stands behind a figure, in the order the trace panel shows it. */
export const traceSchema = z.object({
  figure: figureSchema,
  /** True when the value was computed again just now and came out the same. */
  recomputed: z.boolean().nullable(),
  definition: bilingual,
  formula: z.array(z.object({ value: z.string(), label: bilingual, sign: z.enum(['plus', 'minus', 'times', 'divide', 'equals']).optional() })),
  columns: z.array(z.object({ key: z.string(), label: bilingual })),
  rows: z.array(
    z.object({
      id: z.string(),
      counted: z.boolean(),
      /** Path of the record's page, when there is one. */
      href: z.string().nullable(),
      cells: z.record(z.string(), z.string().nullable()),
      reason: bilingual.optional(),
    }),
  ),
  rowTotals: z.object({ counted: z.number().int(), notCounted: z.number().int() }),
  sources: z.array(z.object({ title: z.string(), publisher: z.string().nullable(), publishedOn: z.string().nullable(), note: z.string().nullable(), selfReported: z.boolean() })),
  method: z.object({ id: z.string(), version: z.string(), computedAt: z.string().nullable() }),
});
export type Trace = z.infer<typeof traceSchema>;
