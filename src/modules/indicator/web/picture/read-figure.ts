import type { Figure, FigureMark } from '#platform/figure/figure.schema.ts';
import type { useFormat } from '#web/kit/figure/use-format.ts';
import { derivedMethod } from '../../words/derived.rules.ts';
import { observationMethod } from '../../words/observation.rules.ts';
import type { ReadValue } from '../../words/reading.schema.ts';

const marks: Record<ReadValue['operator'], FigureMark> = { '=': 'reported', about: 'about', '>=': 'atLeast', '>': 'atLeast', '<=': 'atMost', '<': 'atMost', notStated: 'notStated' };
const missing = { notStated: 'notStated', notApplicable: 'noData', suppressed: 'suppressed' } as const;

/** A figure that opens where it comes from: the values of its period, or the formula and its terms. */
export function readFigure(value: ReadValue, { indicatorId, label, asOf }: { indicatorId: string; label: { zh: string; en: string }; asOf?: string | undefined }): Figure {
  const trace: Figure['trace'] = value.observationId
    ? { provider: observationMethod.id, params: { observationId: value.observationId } }
    : { provider: derivedMethod.id, params: { indicatorId, subjectKind: value.subjectKind, subjectId: value.subject.id, period: value.period, ...(asOf && { asOf }) } };
  return { key: value.id, label, value: value.value, unit: value.unit ?? 'one', period: value.period, mark: value.missing ? missing[value.missing] : value.observationId ? marks[value.operator] : 'computed', sample: value.sample, source: value.sourceTitle, trace };
}

/** Figures are reckoned with 20 places behind the point; nobody reads more than a few. */
export const rounded = (value: string, decimals: number | null): string => {
  const number = Number(value);
  const places = decimals ?? (Math.abs(number) >= 1000 ? 0 : Math.abs(number) >= 1 ? 2 : 4);
  return value.includes('.') && (value.split('.')[1]?.length ?? 0) > places ? String(Number(number.toFixed(places))) : value;
};

type Format = ReturnType<typeof useFormat>;
/** In the reader's words with its unit: 115.92 亿元. */
export function told(format: Format, value: number | string, unit: string | null): string {
  const { before, number, after } = format.figure(rounded(typeof value === 'string' ? value : String(Number(value.toPrecision(12))), null), unit ?? 'one');
  return [before, number, after].filter(Boolean).join(' ');
}
