import { z } from 'zod';
import type { Figure, Trace } from '#platform/figure/figure.schema.ts';
import type { Context, TraceProvider } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { listCompositionRows, subjectOfComposition } from '../../store/composition.store.ts';
import type { Subject } from '../../store/statement.store.ts';
import { wordsOf } from '../../store/words.ts';
import { idSchema } from '../../words/record.schema.ts';
import type { CompositionRecord } from '../../words/statement.schema.ts';
import { findSubject } from '../statement/subject.ts';
import { sourceLine } from './statement-trace.ts';

export const compositionMethod = { id: 'registry.composition', version: '1' } as const;
const both = (name: { zh?: string | undefined; en?: string | undefined }): { zh: string; en: string } => ({ zh: name.zh ?? name.en ?? '', en: name.en ?? name.zh ?? '' });

export function compositionFigure(composition: CompositionRecord): Figure {
  const doubt = composition.reconciles === false ? { note: wordsOf('trace.composition.doesNotAddUp') } : {};
  return {
    key: `registry.composition.${composition.id}`,
    label: both(composition.title),
    value: composition.total,
    unit: composition.unit,
    period: composition.period,
    mark: 'reported',
    sample: composition.sample,
    ...doubt,
    source: composition.source.title,
    trace: { provider: compositionMethod.id, params: { compositionId: composition.id } },
  };
}

export async function compositionFigures(context: Context, subject: Subject): Promise<Figure[]> {
  return (await listCompositionRows(context, subject)).map(compositionFigure);
}

/** Part + part + … = sum of the known parts; the total stands beside it as its source gives it. */
function formulaOf({ parts, sum, total }: CompositionRecord): Trace['formula'] {
  const known = parts.filter((part) => part.value !== null);
  const lines = known.map((part, at) => ({ value: part.value ?? '', label: both(part.label), ...(at > 0 && { sign: 'plus' as const }) }));
  return [...lines, { value: sum, label: wordsOf('trace.composition.sum'), sign: 'equals' }, { value: total, label: wordsOf('trace.composition.total') }];
}

export const compositionTrace: TraceProvider = {
  id: compositionMethod.id,
  params: z.strictObject({ compositionId: idSchema }),
  async trace(context, { compositionId }) {
    const subject = await subjectOfComposition(context, compositionId ?? '');
    if (!subject || !(await findSubject(context, subject))) return fail('notFound');
    const composition = (await listCompositionRows(context, subject)).find((one) => one.id === compositionId);
    if (!composition) return fail('notFound');
    const unknown = composition.parts.filter((part) => part.value === null).length;
    return ok({
      figure: compositionFigure(composition),
      recomputed: composition.reconciles,
      definition: wordsOf('trace.composition.definition'),
      formula: formulaOf(composition),
      columns: [
        { key: 'label', label: wordsOf('trace.column.part') },
        { key: 'value', label: wordsOf('trace.column.value') },
      ],
      rows: composition.parts.map((part, at) => ({
        id: String(at),
        counted: part.value !== null,
        href: null,
        cells: { label: context.language === 'en' ? both(part.label).en : both(part.label).zh, value: part.value },
        ...(part.value === null && { reason: wordsOf('trace.composition.partUnknown') }),
      })),
      rowTotals: { counted: composition.parts.length - unknown, notCounted: unknown },
      sources: [sourceLine(composition.source)],
      method: { ...compositionMethod, computedAt: context.now.toISOString() },
    });
  },
};
