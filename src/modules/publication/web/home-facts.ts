import { useMemo } from 'react';
import type { Figure } from '#platform/figure/figure.schema.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { StripFigure } from '#web/kit/figure/SummaryStrip.tsx';
import { navRoutes } from '#web/router/collect-routes.ts';
import { daysUntil, localDay } from './day.ts';
import type { WaitingItem } from './waiting-item.ts';

/** `3 月 8 日，星期三`, `Wednesday, 8 March`. */
export function useToday(): string {
  const text = useText();
  const language = useLanguage();
  return useMemo(() => {
    const now = new Date();
    const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', options).format(now);
    return text('publication.home.today', { weekday: part({ weekday: 'long' }), day: String(now.getDate()), month: language === 'en' ? part({ month: 'long' }) : String(now.getMonth() + 1) });
  }, [text, language]);
}

/** Nothing counted in the whole space: there is no record yet. */
export function isEmptySpace(figures: readonly Figure[]): boolean {
  return figures.length > 0 && figures.every((figure) => figure.value === null || Number(figure.value) === 0);
}

/** What was counted just now is of today, also where no source gave it a period. */
export function asOfToday(figure: Figure): Figure {
  return figure.period === null && figure.mark === 'computed' ? { ...figure, period: localDay(new Date().toISOString()) } : figure;
}

/** The page that a room is entered by, where the room has one. */
export function roomEntry(room: string): string | null {
  return navRoutes.find((route) => route.title.startsWith(`${room}.`))?.path ?? null;
}

/** How much waits, as the first figure of the strip; null while it loads. */
export function useWaitingFigure(items: readonly WaitingItem[] | null): StripFigure | null {
  const text = useText();
  if (items === null) return null;
  const late = items.filter((item) => item.due !== null && daysUntil(item.due) < 0).length;
  const label = text('publication.waiting');
  const figure: Figure = { key: 'waiting', label: { zh: label, en: label }, value: String(items.length), unit: 'item', period: localDay(new Date().toISOString()), mark: 'reported', sample: false, source: null, trace: null };
  return late > 0 ? { figure, comparison: text('publication.waiting.late', { count: late }), verdict: 'critical' } : { figure };
}
