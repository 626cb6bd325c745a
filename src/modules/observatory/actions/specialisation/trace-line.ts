import { z } from 'zod';
import { complexity } from '#kernel/space/complexity/complexity.method.ts';
import { concentrationMethod } from '#kernel/space/concentration.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { TraceProvider } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { wordsOf } from '../../store/words.ts';
import { lineTrace } from '../../words/specialisation.schema.ts';
import { firmConcentration } from './firm-concentration.ts';
import { industryRows, regionRows } from './list-lines.ts';
import { cellAt } from './measure-table.ts';
import { both, columns, decimal, figureOf, openSelection, readSelection, selectionParam, sourcesOf } from './trace-frame.ts';

const mostRows = 200;

/** A measure of a region or an industry: the cells that it is computed from, the largest first. */
export const lineTraceProvider: TraceProvider = {
  id: lineTrace,
  params: z.strictObject({ crossTableId: z.uuid(), side: z.enum(['region', 'industry']), line: z.string().max(60), measure: z.string().regex(/^[A-Za-z]{1,30}$/), selection: selectionParam }),
  async trace(context, params) {
    const answer = await openSelection(context, params['crossTableId'] ?? '', params['selection'] ?? '');
    if (!answer.ok) return answer;
    const { measured } = answer.value;
    const { selected, totals, lq } = measured;
    const isRegion = params['side'] === 'region';
    const sizes = readSelection(params['selection'] ?? '').data?.sizes;
    const firms = isRegion || sizes === undefined ? null : await firmConcentration(context, answer.value, sizes);
    if (firms && !firms.ok) return firms;
    const found = isRegion ? regionRows(measured) : industryRows(measured, firms?.value ?? null);
    const place = found.findIndex(({ id }) => id === params['line']);
    const row = found[place] as Readonly<Record<string, unknown>> | undefined;
    const value = row?.[params['measure'] ?? ''];
    if (!row || (typeof value !== 'number' && value !== null)) return fail('notFound');
    const own = Array.from({ length: isRegion ? lq.columns : lq.rows }, (_, at) => cellAt(measured, isRegion ? place * lq.columns + at : at * lq.columns + place));
    const name = both(row['name'] as Name);
    const measure = wordsOf(`specialisation.measure.${params['measure'] ?? ''}`);
    const told = own.filter(({ size }) => size !== null);
    return ok({
      figure: figureOf(answer.value, `specialisation.${params['measure'] ?? ''}`, { zh: `${name.zh} · ${measure.zh}`, en: `${name.en} · ${measure.en}` }, value, 'one', { provider: lineTrace, params }),
      recomputed: true,
      definition: wordsOf(`specialisation.measure.${params['measure'] ?? ''}.definition`),
      formula: [{ value: value === null ? '—' : decimal(value), label: measure }],
      columns: columns('line', 'value', 'share', 'reference', 'quotient'),
      rows: own.toSorted((a, b) => (b.size ?? -1) - (a.size ?? -1)).slice(0, mostRows).map((cell) => {
        const line = isRegion ? cell.industry : cell.region;
        const at = isRegion ? selected.industries.findIndex(({ id }) => id === line.id) : selected.regions.findIndex(({ id }) => id === line.id);
        const reference = ((isRegion ? totals.industry[at] : totals.region[at]) ?? NaN) / totals.all;
        const share = isRegion ? cell.regionShare : cell.industryShare;
        const words = both(line.name);
        return {
          id: line.id,
          counted: cell.size !== null,
          href: null,
          cells: { line: context.language === 'en' ? words.en : words.zh, value: cell.size === null ? wordsOf(`specialisation.mark.${cell.mark}`)[context.language === 'en' ? 'en' : 'zh'] : decimal(cell.size), share: share === null ? null : decimal(share), reference: decimal(reference), quotient: cell.lq === null ? null : decimal(cell.lq) },
          ...(cell.size === null && { reason: wordsOf(`specialisation.mark.${cell.mark}`) }),
        };
      }),
      rowTotals: { counted: told.length, notCounted: own.length - told.length },
      sources: sourcesOf(answer.value, context.language),
      method: { ...(params['measure'] === 'eci' || params['measure'] === 'pci' ? { id: complexity.id, version: complexity.version } : concentrationMethod), computedAt: null },
    });
  },
};
