import { z } from 'zod';
import { componentNames, shiftShareMethod } from '#kernel/space/shift-share.ts';
import type { TraceProvider } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { wordsOf } from '../../store/words.ts';
import { shiftTrace } from '../../words/specialisation.schema.ts';
import { shiftOf } from './shift-share.ts';
import { both, columns, decimal, figureOf, openSelection, selectionParam, sourcesOf } from './trace-frame.ts';

/** The parts of a region's growth, industry by industry. */
export const shiftTraceProvider: TraceProvider = {
  id: shiftTrace,
  params: z.strictObject({ crossTableId: z.uuid(), region: z.string().max(60), form: z.enum(['Dunn', 'Esteban', 'Gerfin']), selection: selectionParam }),
  async trace(context, params) {
    const answer = await openSelection(context, params['crossTableId'] ?? '', params['selection'] ?? '');
    if (!answer.ok) return answer;
    const form = params['form'] as keyof typeof componentNames;
    const shift = shiftOf(answer.value, params['region'] ?? '', form);
    if (!shift) return fail('notFound');
    const change = shift.components.find(({ key }) => key === 'change')?.value ?? null;
    const parts = shift.components.filter(({ key }) => key !== 'change' && key !== 'netShift');
    const name = both(shift.region.name);
    const words = wordsOf('specialisation.shift');
    return ok({
      figure: figureOf(answer.value, 'specialisation.shift', { zh: `${name.zh} · ${words.zh}`, en: `${name.en} · ${words.en}` }, change, answer.value.head.unit ?? 'one', { provider: shiftTrace, params }),
      recomputed: true,
      definition: wordsOf(`specialisation.shift.${form}`),
      formula: [
        ...parts.map(({ key, value }, at) => ({ value: value === null ? '—' : decimal(value), label: wordsOf(`specialisation.shift.part.${key}`), ...(at > 0 && { sign: form === 'Gerfin' ? ('times' as const) : ('plus' as const) }) })),
        ...(change === null ? [] : [{ value: decimal(change), label: wordsOf('specialisation.shift.part.change'), sign: 'equals' as const }]),
      ],
      columns: columns('line', 'before', 'after', 'national', 'regional'),
      rows: shift.industries.map((industry) => {
        const part = (key: string): string | null => {
          const value = industry.components.find((one) => one.key === key)?.value ?? null;
          return value === null ? null : decimal(value);
        };
        const line = both(industry.name);
        return { id: industry.id, counted: !industry.leftOut, href: null, cells: { line: context.language === 'en' ? line.en : line.zh, before: industry.before === null ? null : decimal(industry.before), after: industry.after === null ? null : decimal(industry.after), national: part('national'), regional: part('regional') }, ...(industry.leftOut && { reason: wordsOf('specialisation.shift.leftOut') }) };
      }),
      rowTotals: { counted: shift.industries.filter(({ leftOut }) => !leftOut).length, notCounted: shift.industries.filter(({ leftOut }) => leftOut).length },
      sources: sourcesOf(answer.value, context.language),
      method: { ...shiftShareMethod, computedAt: null },
    });
  },
};
