import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Tone } from '#web/kit/Tag.tsx';
import type { AlarmTest, comparisonOperators } from '../../words/alarm-rule.schema.ts';
import type { Severity, WarningState } from '../../words/warning.rules.ts';
import type { Sign } from '../../words/warning.schema.ts';
import { useFigureWords } from '../use-figure-words.ts';

export const severityTones: Readonly<Record<Severity, Tone>> = { notice: 'neutral', serious: 'warning', urgent: 'critical' };
export const stateTones: Readonly<Record<WarningState, Tone>> = { open: 'warning', acknowledged: 'brand', dismissed: 'neutral', raised: 'brand', closed: 'positive' };

const operators = { '<': 'below', '<=': 'atMost', '>': 'above', '>=': 'atLeast' } as const;

/** Sentences on alarm rules and on what a warning rests on. */
export function useWarningWords() {
  const text = useText();
  const format = useFormat();
  const figure = useFigureWords();
  const bounded = (operator: (typeof comparisonOperators)[number], bound: string): string => text(`observatory.alarm.operator.${operators[operator]}`, { bound });

  /** What a test asks: “The value is below 20 %”. */
  const test = (each: AlarmTest, unit: string | null): string => {
    switch (each.kind) {
      case 'threshold': return text('observatory.alarm.says.threshold', { bound: bounded(each.operator, figure(each.bound, unit)) });
      case 'change': return text(`observatory.alarm.says.change.${each.against}`, { bound: bounded(each.operator, figure(each.bound, each.measure === 'percent' ? 'percent' : unit === 'percent' ? 'point' : unit)) });
      case 'rank': return text(`observatory.alarm.says.rank.${each.direction}`, { count: each.places });
      case 'share': return text('observatory.alarm.says.share', { bound: bounded(each.operator, figure(each.bound, 'percent')) });
      case 'trend': return text(`observatory.alarm.says.trend.${each.direction}`, { window: each.window, alpha: String(each.alpha) });
    }
  };

  /** What was found, with all that it was read from. */
  const found = (sign: Sign, unit: string | null): string => {
    if (sign.reason !== null || sign.actual === null) return text(`observatory.warning.unknown.${sign.reason ?? 'noBefore'}`);
    const before = sign.before ? text('observatory.warning.found.before', { period: format.period(sign.before.period), value: figure(sign.before.value, unit) }) : '';
    switch (sign.test.kind) {
      case 'threshold': return text('observatory.warning.found.value', { value: figure(sign.actual, unit) });
      case 'change': return [text('observatory.warning.found.change', { value: figure(sign.actual, sign.unit) }), before].join(text('web.listComma'));
      case 'rank': return text('observatory.warning.found.rank', { now: sign.rank?.now ?? 0, before: sign.rank?.before ?? 0, of: sign.rank?.of ?? 0 });
      case 'share': return text('observatory.warning.found.share', { value: figure(sign.actual, 'percent'), sum: figure(sign.total?.sum ?? '0', unit), of: sign.total?.of ?? 0 });
      case 'trend': return text('observatory.warning.found.trend', { slope: figure(sign.slope ?? '0', unit), chance: Number(sign.actual).toPrecision(2) });
    }
  };

  /** How far beyond the bound, or still from it. */
  const distance = (sign: Sign, unit: string | null): string | null => {
    const of = sign.test.kind === 'trend' ? null : sign.test.kind === 'rank' ? null : (sign.unit ?? unit);
    const said = (value: string): string => (sign.test.kind === 'trend' ? Number(value).toPrecision(2) : figure(value, of));
    if (sign.outcome === 'pass' && sign.beyond !== null) return text('observatory.warning.beyond', { value: said(sign.beyond) });
    return sign.outcome === 'fail' && sign.missing !== null ? text('observatory.warning.short', { value: said(sign.missing) }) : null;
  };
  return { figure, bounded, test, found, distance };
}
