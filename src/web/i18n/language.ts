import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Language } from '#platform/i18n/name.schema.ts';
import { loadMessages, type ShownLanguage } from './load-messages.ts';

export type { ShownLanguage } from './load-messages.ts';

const cookieName = 'clusterloom_lang';
const listeners = new Set<() => void>();
let shown: ShownLanguage = 'zh-CN';

function isShown(value: string | null | undefined): value is ShownLanguage {
  return value === 'zh-CN' || value === 'en' || value === 'en-XA';
}

function firstLanguage(): ShownLanguage {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isShown(asked)) return asked;
  const kept = document.cookie.split('; ').find((part) => part.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
  if (isShown(kept)) return kept;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) || !navigator.language ? 'zh-CN' : 'en';
}

async function show(language: ShownLanguage): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'all')) {
    i18next.addResourceBundle(language, 'all', await loadMessages(language));
  }
  await i18next.changeLanguage(language);
  shown = language;
  document.documentElement.lang = language === 'en-XA' ? 'en' : language;
  document.cookie = `${cookieName}=${language}; path=/; max-age=31536000; samesite=lax`;
  for (const notify of listeners) notify();
}

export async function startLanguage(): Promise<void> {
  await i18next.init({
    lng: firstLanguage(),
    fallbackLng: false,
    ns: ['all'],
    defaultNS: 'all',
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  await show(firstLanguage());
}

export const changeLanguage = show;
export const shownLanguage = (): ShownLanguage => shown;
/** The language to read stored names and to format in: the pseudo-locale reads English. */
export const contentLanguage = (): Language => (shown === 'zh-CN' ? 'zh-CN' : 'en');

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useShownLanguage(): ShownLanguage {
  return useSyncExternalStore(subscribe, shownLanguage);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, contentLanguage);
}
