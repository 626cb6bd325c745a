import { z } from 'zod';
import { unitOf } from '#kernel/quantity/unit.ts';
import type { Figure, FigureMark, Trace } from '#platform/figure/figure.schema.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { TraceProvider } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findIndicators } from '../../store/indicator.store.ts';
import { observationsBeside } from '../../store/observation-list.store.ts';
import { wordsOf } from '../../store/words.ts';
import { observationMethod } from '../../words/observation.rules.ts';
import type { MissingKind, Observation } from '../../words/observation.schema.ts';

const marks: Record<Observation['operator'], FigureMark> = { '=': 'reported', about: 'about', '>=': 'atLeast', '>': 'atLeast', '<=': 'atMost', '<': 'atMost', notStated: 'notStated' };
const missingMarks: Record<MissingKind, FigureMark> = { notStated: 'notStated', notApplicable: 'noData', suppressed: 'suppressed' };
const both = (name: Name): { zh: string; en: string } => ({ zh: name.zh ?? name.en ?? '', en: name.en ?? name.zh ?? '' });

export function observationFigure(observation: Observation, indicator: { key: string; name: Name }): Figure {
  const { value, unit, period, operator, missing, scopeNote, source, sample, id } = observation;
  return {
    key: `indicator.${indicator.key}`,
    label: both(indicator.name),
    value,
    unit: unit ?? 'one',
    period,
    mark: missing ? missingMarks[missing] : marks[operator],
    sample,
    ...(scopeNote && { note: { zh: scopeNote, en: scopeNote } }),
    source: source?.title ?? null,
    trace: { provider: observationMethod.id, params: { observationId: id } },
  };
}

const columns = ['value', 'written', 'unit', 'source', 'vintage', 'origin', 'basis', 'scope'] as const;

function rowOf(one: Observation, language: string): Trace['rows'][number] {
  const say = (words: { zh: string; en: string }) => (language === 'en' ? words.en : words.zh);
  const unit = one.unit === null ? null : unitOf(one.unit);
  const counted = one.shown !== 'other';
  const reason = one.shown === 'byDecision' ? wordsOf('trace.byDecision') : counted ? null : wordsOf(one.disputed ? 'trace.disputed' : 'trace.beside');
  const line = one.originRow > 0 ? (one.origin === 'submission' ? wordsOf('trace.revision') : wordsOf('trace.line')) : null;
  return {
    id: one.id,
    counted,
    href: one.origin === 'batch' ? `/imports/${one.originId}` : null,
    cells: {
      value: one.missing ? say(wordsOf(`missing.${one.missing}`)) : one.value,
      written: one.valueText,
      unit: language === 'en' ? (unit?.enPlural ?? one.unit) : (unit?.zh ?? one.unit),
      source: one.source?.title ?? null,
      vintage: one.vintage?.title ?? null,
      origin: [say(wordsOf(`origin.${one.origin}`)), line ? say(line).replace('{{number}}', String(one.originRow)) : null].filter(Boolean).join(' · '),
      basis: say(wordsOf(`basis.${one.basis}`)),
      scope: one.scopeNote,
    },
    ...(reason && { reason }),
  };
}

/** Figure → all values of the period, each with its source, release, file and line. */
export const observationTrace: TraceProvider = {
  id: observationMethod.id,
  params: z.strictObject({ observationId: z.uuid() }),
  async trace(context, { observationId }) {
    const beside = await observationsBeside(context, observationId ?? '');
    const asked = beside.find(({ id }) => id === observationId);
    const [indicator] = asked ? await findIndicators(context.db, { ids: [asked.indicatorId] }) : [];
    if (!asked || !indicator) return fail('notFound');
    const figure = observationFigure(asked, indicator);
    const sources = new Map(beside.flatMap(({ source, basis }) => (source ? [[source.id, { title: source.title, publisher: null, publishedOn: source.publishedOn, note: wordsOf(`basis.${basis}`)[context.language === 'en' ? 'en' : 'zh'], selfReported: source.kind === 'selfReported' }] as const] : [])));
    const counted = beside.filter(({ shown }) => shown !== 'other').length;
    return ok({
      figure,
      recomputed: null,
      definition: indicator.definition ? both(indicator.definition) : wordsOf('trace.noDefinition'),
      formula: [{ value: asked.value ?? wordsOf(`missing.${asked.missing ?? 'notStated'}`)[context.language === 'en' ? 'en' : 'zh'], label: both(asked.subject.name) }],
      columns: columns.map((key) => ({ key, label: wordsOf(`trace.column.${key}`) })),
      rows: beside.map((one) => rowOf(one, context.language)),
      rowTotals: { counted, notCounted: beside.length - counted },
      sources: [...sources.values()],
      method: { ...observationMethod, computedAt: null },
    });
  },
};
