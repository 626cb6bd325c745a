import i18next from 'i18next';
import { useMemo } from 'react';
import { formatCount } from '#web/kit/figure/format-figure.ts';
import type { MessageKey, MessageParams } from './catalogue.ts';
import { contentLanguage, useShownLanguage } from './language.ts';

export type Text = (key: MessageKey, params?: MessageParams) => string;

/** Numbers are grouped as the language wants; give years and codes as strings. */
function grouped(params: MessageParams): Record<string, string> {
  const language = contentLanguage();
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? formatCount(value, language) : value]),
  );
}

export const text: Text = (key, params) =>
  params ? i18next.t(key, { ...('count' in params ? { count: Number(params['count']) } : {}), replace: grouped(params) }) : i18next.t(key);

/** For keys put together from data, such as a state: falls back to the given words when there is no such message. */
export function textOr(key: string, fallback: string, params?: MessageParams): string {
  return i18next.exists(key) ? text(key as MessageKey, params) : fallback;
}

export function useText(): Text {
  const language = useShownLanguage();
  // A new function for each language, so that memoised children are drawn again.
  return useMemo<Text>(() => (key, params) => (language ? text(key, params) : key), [language]);
}
