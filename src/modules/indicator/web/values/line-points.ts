import type { LinePoint } from '#web/chart/LineChart.tsx';
import { useText } from '#web/i18n/use-text.ts';
import type { useFormat } from '#web/kit/figure/use-format.ts';
import { formOf, type SeriesStep } from '../../words/series.rules.ts';
import { rounded } from '../picture/read-figure.ts';

/** Why the series does not go on: what is stored of the break, what the source flags, another scope. */
export function useBreakWords(): (step: SeriesStep) => string | null {
  const text = useText();
  return ({ broken, value }) => {
    if (!broken) return null;
    const said = [...broken.stored.map(({ kind }) => text(`indicator.break.kind.${kind}`)), ...(broken.flagged ? [text('indicator.break.flagged')] : []), ...(broken.scopeChanged ? [text('indicator.break.scope', { scope: value.scopeNote ?? text('web.figure.notStated') })] : [])];
    return text('indicator.break.said', { list: said.join(text('web.listComma')) });
  };
}

interface Words {
  /** A line may only join values of one unit; what is missing stays a gap and never a zero. */
  unit: string | null;
  format: ReturnType<typeof useFormat>;
  text: ReturnType<typeof useText>;
  breakWords: (step: SeriesStep) => string | null;
}

export function linePoints(steps: readonly SeriesStep[], { unit, format, text, breakWords }: Words): LinePoint[] {
  return steps.map((step, at) => {
    const { value } = step;
    const broken = breakWords(step);
    const base = { period: value.period, ...(broken ? { broken } : {}), ...(begins(steps[at - 1]?.value.period, value.period) ? { anew: true } : {}), spliced: step.spliced === null ? null : Number(step.spliced) };
    if (value.missing) return { ...base, value: null, text: text(`indicator.missing.${value.missing}`) };
    if (value.value === null || value.unit !== unit) return { ...base, value: null };
    const parts = format.figure(rounded(value.value, null), value.unit ?? 'one');
    return { ...base, value: Number(value.value), text: [parts.number, parts.after].filter(Boolean).join(' ') };
  });
}

/** The first year to date of another year adds nothing to the last one. */
const begins = (before: string | undefined, period: string): boolean => before !== undefined && formOf(period) === 'yearToDate' && before.slice(0, 4) !== period.slice(0, 4);
