import { z } from 'zod';
import { locationQuotientMethod } from '#kernel/space/location-quotient.ts';
import type { TraceProvider } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { wordsOf } from '../../store/words.ts';
import { quotientTrace } from '../../words/specialisation.schema.ts';
import { cellAt } from './measure-table.ts';
import { both, columns, decimal, figureOf, marks, openSelection, selectionParam, sourcesOf } from './trace-frame.ts';

/** A quotient: its four numbers and the clauses of a strong cluster. */
export const quotientTraceProvider: TraceProvider = {
  id: quotientTrace,
  params: z.strictObject({ crossTableId: z.uuid(), region: z.string().max(60), industry: z.string().max(60), selection: selectionParam }),
  async trace(context, params) {
    const answer = await openSelection(context, params['crossTableId'] ?? '', params['selection'] ?? '');
    if (!answer.ok) return answer;
    const { measured } = answer.value;
    const { selected, totals, lq } = measured;
    const [row, column] = [selected.regions.findIndex(({ id }) => id === params['region']), selected.industries.findIndex(({ id }) => id === params['industry'])];
    if (row < 0 || column < 0) return fail('notFound');
    const cell = cellAt(measured, row * lq.columns + column);
    const numbers = [
      { key: 'cell', value: cell.size, words: wordsOf('specialisation.trace.cell') },
      { key: 'region', value: totals.region[row] ?? null, words: wordsOf('specialisation.trace.region') },
      { key: 'industry', value: totals.industry[column] ?? null, words: wordsOf('specialisation.trace.industry') },
      { key: 'all', value: totals.all, words: wordsOf('specialisation.trace.all') },
    ];
    const say = (value: number | null): string => (value === null ? wordsOf(`specialisation.mark.${cell.mark}`)[context.language === 'en' ? 'en' : 'zh'] : decimal(value));
    const pick = (words: { zh: string; en: string }): string => words[context.language === 'en' ? 'en' : 'zh'];
    const label = { zh: `${both(cell.region.name).zh} · ${both(cell.industry.name).zh}`, en: `${both(cell.region.name).en} · ${both(cell.industry.name).en}` };
    return ok({
      figure: figureOf(answer.value, 'specialisation.quotient', label, cell.lq, 'one', { provider: quotientTrace, params }, cell.lq === null ? marks[cell.mark] : 'computed'),
      recomputed: true,
      definition: wordsOf('specialisation.trace.definition'),
      formula: [
        ...numbers.map(({ value, words }, at) => ({ value: say(value), label: words, ...(at > 0 && { sign: (['divide', 'divide', 'times'] as const)[at - 1] as 'divide' | 'times' }) })),
        { value: say(cell.lq), label: wordsOf('specialisation.lq'), sign: 'equals' as const },
      ],
      columns: columns('clause', 'value', 'threshold', 'outcome'),
      rows: cell.clauses.map(({ key, value, threshold, outcome }) => ({
        id: key,
        counted: outcome === 'pass',
        href: null,
        cells: { clause: pick(wordsOf(`specialisation.clause.${key}`)), value: value === null ? null : decimal(value), threshold: threshold === null ? null : decimal(threshold), outcome: pick(wordsOf(`specialisation.outcome.${outcome}`)) },
        ...(outcome !== 'pass' && { reason: wordsOf(`specialisation.outcome.${outcome}`) }),
      })),
      rowTotals: { counted: cell.clauses.filter(({ outcome }) => outcome === 'pass').length, notCounted: cell.clauses.filter(({ outcome }) => outcome !== 'pass').length },
      sources: sourcesOf(answer.value, context.language),
      method: { ...locationQuotientMethod, computedAt: null },
    });
  },
};
