import { z } from 'zod';
import type { Figure, Trace } from '#platform/figure/figure.schema.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, type Result } from '#platform/result/result.rules.ts';
import { wordsOf } from '../../store/words.ts';
import { selectionQuery, type CellMark } from '../../words/specialisation.schema.ts';
import { loadMeasured, type Loaded } from './load-measured.ts';

/** The selection as it stands in the address of the page. */
export const readSelection = (text: string) => selectionQuery.safeParse(Object.fromEntries(new URLSearchParams(text)));
export const selectionParam = z.string().max(6000).default('');
export const both = (name: Name): { zh: string; en: string } => ({ zh: name.zh ?? name.en ?? '', en: name.en ?? name.zh ?? '' });
export const decimal = (value: number): string => (Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(10))));
export const marks: Record<CellMark, Figure['mark']> = { v: 'computed', m: 'notStated', n: 'noData', s: 'suppressed' };

export async function openSelection(context: Context, crossTableId: string, selection: string): Promise<Result<Loaded>> {
  const asked = readSelection(selection);
  return asked.success ? loadMeasured(context, crossTableId, asked.data) : fail('notFound');
}

export const columns = (...keys: string[]): Trace['columns'] => keys.map((key) => ({ key, label: wordsOf(`specialisation.trace.${key}`) }));

/** Each source once, with the tables that are from it. */
export function sourcesOf({ head, since, firms }: Loaded, language: string): Trace['sources'] {
  const found = new Map<string, Trace['sources'][number]>();
  for (const table of [head, since, firms]) {
    if (!table) continue;
    const name = both(table.name)[language === 'en' ? 'en' : 'zh'];
    const title = table.sourceTitle ?? name;
    const before = found.get(title);
    const note = [name, table.period, table.vintage?.title].filter(Boolean).join(' · ');
    found.set(title, { title, publisher: null, publishedOn: before?.publishedOn ?? table.vintage?.releasedOn ?? null, note: [before?.note, note].filter(Boolean).join('; '), selfReported: false });
  }
  return [...found.values()];
}

export const figureOf = ({ head }: Loaded, key: string, label: { zh: string; en: string }, value: number | null, unit: string, trace: Figure['trace'], mark: Figure['mark'] = value === null ? 'noData' : 'computed'): Figure => ({ key, label, value: value === null ? null : decimal(value), unit, period: head.period, mark, sample: head.sample, source: head.sourceTitle, trace });
