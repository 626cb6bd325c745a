import { z } from 'zod';
import { unitOf } from '#kernel/quantity/unit.ts';
import type { Figure } from '#platform/figure/figure.schema.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { TraceProvider } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findIndicators } from '../../store/indicator.store.ts';
import { formulaRows } from '../../store/reading.store.ts';
import { wordsOf } from '../../store/words.ts';
import { derivedMethod } from '../../words/derived.rules.ts';
import { readValues } from './read-values.ts';

const both = (name: Name): { zh: string; en: string } => ({ zh: name.zh ?? name.en ?? '', en: name.en ?? name.zh ?? '' });
const columns = ['value', 'unit', 'period', 'scope', 'vintage'] as const;

/** A computed figure → the formula and every figure that went into it. */
export const derivedTrace: TraceProvider = {
  id: derivedMethod.id,
  params: z.strictObject({ indicatorId: z.uuid(), subjectKind: z.string().max(20), subjectId: z.string().max(60), period: z.string().max(40), asOf: z.iso.date().optional() }),
  async trace(context, { indicatorId = '', subjectKind, subjectId = '', period = '', asOf }) {
    const [row] = await formulaRows(context, { ids: [indicatorId] });
    const [indicator] = await findIndicators(context.db, { ids: [indicatorId] });
    const value = row && (await readValues(context, row, { subjectKind, subjectIds: [subjectId], periods: [period], asOf }))[0];
    if (!row || !indicator || !value?.derived) return fail('notFound');
    const { derived } = value;
    const say = (words: { zh: string; en: string }) => (context.language === 'en' ? words.en : words.zh);
    const unitWord = (code: string | null) => (code === null ? null : (context.language === 'en' ? unitOf(code)?.enPlural : unitOf(code)?.zh) || code);
    const names = new Map((await formulaRows(context, { keys: derived.terms.map(({ key }) => key) })).map(({ key, name }) => [key, name]));
    const labels = new Map(context.contributions.indicatorSources.map(({ key, label }) => [key, label]));
    const labelOf = (key: string) => both(names.get(key) ?? labels.get(key) ?? { en: key });
    const reason = derived.reason === null ? null : wordsOf(`derived.${derived.reason}`);
    const warned = derived.warnings.map((warning) => wordsOf(`derived.${warning}`));
    const note = reason ?? (warned.length > 0 ? { zh: warned.map(({ zh }) => zh).join(''), en: warned.map(({ en }) => en).join(' ') } : null);
    const figure: Figure = {
      key: `indicator.${row.key}`, label: both(row.name), value: derived.value, unit: row.unit ?? 'one', period, mark: derived.value === null ? 'notStated' : 'computed', sample: value.sample, ...(note && { note }), source: null,
      trace: { provider: derivedMethod.id, params: { indicatorId, subjectKind: value.subjectKind, subjectId, period, ...(asOf && { asOf }) } },
    };
    return ok({
      figure,
      recomputed: derived.value === null ? null : true,
      definition: indicator.definition ? both(indicator.definition) : wordsOf('trace.noDefinition'),
      formula: [{ value: row.formula ?? '', label: wordsOf('field.formula') }, { value: derived.value ?? (reason ? say(reason) : ''), label: both(row.name), sign: 'equals' as const }],
      columns: columns.map((key) => ({ key, label: wordsOf(`trace.column.${key}`) })),
      rows: derived.terms.map((term) => ({
        id: term.key,
        counted: term.value !== null,
        href: term.indicatorId === null ? null : `/indicators/${term.indicatorId}?tab=series&subject=${value.subjectKind}:${subjectId}`,
        cells: { value: `${say(labelOf(term.key))}: ${term.value ?? say(wordsOf(`missing.${term.missing ?? 'notStated'}`))}`, unit: unitWord(term.unit), period: term.period, scope: term.scope, vintage: term.vintageTitle },
        ...(derived.about.includes(term.key) && reason ? { reason } : {}),
      })),
      rowTotals: { counted: derived.terms.filter((term) => term.value !== null).length, notCounted: derived.terms.filter((term) => term.value === null).length },
      sources: [],
      method: { ...derivedMethod, computedAt: context.now.toISOString() },
    });
  },
};
