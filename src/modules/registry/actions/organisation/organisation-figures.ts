import { z } from 'zod';
import type { Figure, Trace } from '#platform/figure/figure.schema.ts';
import type { SummaryFigureSource, TraceProvider } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import { traceCount } from '../../store/organisation-figures.store.ts';
import { wordsOf } from '../../store/words.ts';
import { idSchema, industryIdSchema, territoryIdSchema } from '../../words/record.schema.ts';
import { organisationTypes } from '../../words/organisation.schema.ts';

export const organisationCountMethod = { id: 'registry.organisationCount', version: '1' } as const;
const shownRows = 200;

const countParams = z.strictObject({
  territoryId: territoryIdSchema.optional(),
  clusterId: idSchema.optional(),
  industryId: industryIdSchema.optional(),
  type: z.enum(organisationTypes).optional(),
});
type CountParams = z.infer<typeof countParams>;

/** A count of records, computed just now; nothing is ever estimated. */
export function countFigure(key: string, count: number, sample: boolean, trace: Figure['trace'] = null): Figure {
  return { key: `registry.${key}`, label: wordsOf(`figure.${key}`), value: String(count), unit: 'one', period: null, mark: 'computed', sample, source: null, trace };
}

/** How many organisations stand in the register under a filter, with the way to its trace. */
export function organisationCountFigure(count: number, sample: boolean, params: CountParams): Figure {
  const given = Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return countFigure('organisationCount', count, sample, { provider: organisationCountMethod.id, params: given });
}

export const organisationCountTrace: TraceProvider = {
  id: organisationCountMethod.id,
  params: countParams,
  async trace(context, given) {
    const params = countParams.parse(given);
    const { counted, notCounted, sample, rows } = await traceCount(context, { ...params, archived: 'false' }, shownRows);
    return ok({
      figure: organisationCountFigure(counted, sample, params),
      recomputed: true,
      definition: wordsOf('trace.organisationCount.definition'),
      formula: [
        { value: String(counted + notCounted), label: wordsOf('trace.organisationCount.found') },
        { value: String(notCounted), label: wordsOf('trace.organisationCount.left'), sign: 'minus' },
        { value: String(counted), label: wordsOf('figure.organisationCount'), sign: 'equals' },
      ],
      columns: [
        { key: 'name', label: wordsOf('field.name') },
        { key: 'type', label: wordsOf('field.type') },
        { key: 'territory', label: wordsOf('field.territory') },
      ],
      rows: rows.map((row) => ({
        id: row.id,
        counted: row.counted,
        href: `/organisations/${row.id}`,
        cells: {
          name: inLanguage(row.name, context.language),
          type: inLanguage(wordsOf(`organisationType.${row.type}`), context.language),
          territory: row.territory && inLanguage(row.territory, context.language),
        },
        ...(row.reason ? { reason: wordsOf(`trace.organisationCount.${row.reason}`) } : {}),
      })),
      rowTotals: { counted, notCounted },
      sources: [],
      method: { ...organisationCountMethod, computedAt: context.now.toISOString() },
    } satisfies Trace);
  },
};

const inLanguage = (name: { zh?: string | undefined; en?: string | undefined }, language: string): string | null => (language === 'en' ? (name.en ?? name.zh) : (name.zh ?? name.en)) ?? null;

const ofSpace = (subject: string, paramsOf: (subjectId: string | null) => CountParams): SummaryFigureSource => ({
  subject,
  async figures(context, subjectId) {
    const params = paramsOf(subjectId);
    const { counted, sample } = await traceCount(context, { ...params, archived: 'false' }, 0);
    return [organisationCountFigure(counted, sample, params)];
  },
});

export const organisationFigures: readonly SummaryFigureSource[] = [
  ofSpace('space', () => ({})),
  ofSpace('territory', (territoryId) => (territoryId ? { territoryId } : {})),
];
