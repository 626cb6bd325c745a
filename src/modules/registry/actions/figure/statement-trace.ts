import { z } from 'zod';
import { unitOf } from '#kernel/quantity/unit.ts';
import type { Figure, FigureMark, Trace } from '#platform/figure/figure.schema.ts';
import type { Context, TraceProvider } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { listStatementRows, subjectOfStatement, type ShownStatement, type Subject } from '../../store/statement.store.ts';
import { wordsOf } from '../../store/words.ts';
import { idSchema } from '../../words/record.schema.ts';
import type { Source, Statement } from '../../words/statement.schema.ts';
import { findSubject } from '../statement/subject.ts';

export const statementMethod = { id: 'registry.statement', version: '1' } as const;

const marks: Record<Statement['operator'], FigureMark> = { '=': 'reported', about: 'about', '>=': 'atLeast', '>': 'atLeast', '<=': 'atMost', '<': 'atMost', notStated: 'notStated' };

const both = (name: { zh?: string | undefined; en?: string | undefined }): { zh: string; en: string } => ({ zh: name.zh ?? name.en ?? '', en: name.en ?? name.zh ?? '' });

/** A statement that says a number, or says that none is stated, as one figure. Null for mere words. */
export function statementFigure(statement: Statement): Figure | null {
  if (statement.value === null && statement.operator !== 'notStated') return null;
  return {
    key: `registry.statement.${statement.attribute.key}`,
    label: both(statement.attribute.name),
    value: statement.operator === 'notStated' ? null : statement.value,
    unit: statement.unit ?? statement.attribute.unit,
    period: statement.period,
    mark: marks[statement.operator],
    sample: statement.sample,
    ...(statement.scopeNote && { note: { zh: statement.scopeNote, en: statement.scopeNote } }),
    source: statement.source.title,
    trace: { provider: statementMethod.id, params: { statementId: statement.id } },
  };
}

/** The shown statement of each attribute for the newest period that any source speaks of. */
export async function shownFigures(context: Context, subject: Subject, most: number): Promise<Figure[]> {
  const found = await findSubject(context, subject);
  if (!found) return [];
  const statements = await listStatementRows(context, subject, found.seesInternal);
  const shown = statements.filter((statement) => statement.shown !== 'other');
  const newest = new Map<string, string>();
  for (const { attribute, period } of shown) if ((newest.get(attribute.key) ?? '') <= (period ?? '')) newest.set(attribute.key, period ?? '');
  return shown.filter((statement) => newest.get(statement.attribute.key) === (statement.period ?? '')).flatMap((statement) => statementFigure(statement) ?? []).slice(0, most);
}

export function sourceLine({ title, publisher, publishedOn, note, kind }: Source): Trace['sources'][number] {
  return { title, publisher, publishedOn, note, selfReported: kind === 'selfReported' };
}

function unitWord(code: string | null, language: string): string | null {
  const unit = code === null ? null : unitOf(code);
  return language === 'en' ? (unit?.enPlural ?? code) : (unit?.zh ?? code);
}

function rowOf(statement: ShownStatement, language: string): Trace['rows'][number] {
  const counted = statement.shown !== 'other';
  const kind = wordsOf(`sourceKind.${statement.source.kind}`);
  return {
    id: statement.id,
    counted,
    href: null,
    cells: {
      value: statement.value ?? statement.text,
      operator: statement.operator,
      unit: unitWord(statement.unit, language),
      source: statement.source.title,
      sourceKind: language === 'en' ? kind.en : kind.zh,
      publishedOn: statement.source.publishedOn,
      scope: statement.scopeNote,
      quote: statement.quote,
      enteredBy: statement.enteredBy,
    },
    ...(counted ? (statement.shown === 'byDecision' ? { reason: wordsOf('shown.byDecision') } : {}) : { reason: wordsOf('trace.statement.beside') }),
  };
}

const columns = ['value', 'unit', 'source', 'sourceKind', 'publishedOn', 'scope', 'quote', 'enteredBy'] as const;

export const statementTrace: TraceProvider = {
  id: statementMethod.id,
  params: z.strictObject({ statementId: idSchema }),
  async trace(context, { statementId }) {
    const subject = await subjectOfStatement(context, statementId ?? '');
    const found = subject && (await findSubject(context, subject));
    if (!subject || !found) return fail('notFound');
    const all = await listStatementRows(context, subject, found.seesInternal);
    const asked = all.find((statement) => statement.id === statementId);
    const figure = asked && statementFigure(asked);
    if (!asked || !figure) return fail('notFound');
    const beside = all.filter((statement) => statement.attribute.key === asked.attribute.key && statement.period === asked.period);
    const counted = beside.filter((statement) => statement.shown !== 'other').length;
    const sources = new Map(beside.toSorted((a, b) => Number(b.id === asked.id) - Number(a.id === asked.id)).map((statement) => [statement.source.id, sourceLine(statement.source)]));
    return ok({
      figure,
      // The statement was read again just now; it still says the same only while it is the one that is shown.
      recomputed: asked.shown !== 'other',
      definition: asked.attribute.definition ? both(asked.attribute.definition) : wordsOf('trace.statement.definition'),
      formula: [{ value: asked.value ?? asked.text ?? '', label: wordsOf(`trace.statement.${asked.shown}`) }],
      columns: columns.map((key) => ({ key, label: wordsOf(`trace.column.${key}`) })),
      rows: beside.map((statement) => rowOf(statement, context.language)),
      rowTotals: { counted, notCounted: beside.length - counted },
      sources: [...sources.values()],
      method: { ...statementMethod, computedAt: context.now.toISOString() },
    });
  },
};
