import { useMemo } from 'react';
import { changeLanguage } from '#web/i18n/language.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { iconPaths } from '#web/kit/icon/paths.ts';
import type { IconName } from '#web/kit/icon/paths.ts';
import { navRoutes } from '#web/router/collect-routes.ts';
import { recentItems } from '#web/router/recent.ts';
import { chooseScheme } from '#web/theme/scheme.ts';
import { useFound } from './use-found.ts';

export interface PaletteItem {
  key: string;
  label: string;
  detail?: string;
  icon: IconName;
  kind: string;
  href?: string;
  run?: () => void;
}

export interface PaletteGroup {
  key: string;
  label: string;
  items: PaletteItem[];
}

const iconOf = (kind: string): IconName => (kind in iconPaths ? (kind as IconName) : 'document');

/** Records by kind, then pages, then deeds; with nothing typed, what was opened last. */
export function usePaletteGroups(words: string): { groups: PaletteGroup[]; busy: boolean; failed: boolean } {
  const text = useText();
  const name = useName();
  const { groups: found, busy, failed } = useFound(words);
  const groups = useMemo(() => {
    const folded = words.trim().toLowerCase();
    const fits = (item: PaletteItem) => item.label.toLowerCase().includes(folded);
    const pages = navRoutes.map<PaletteItem>((route) => ({ key: route.path, label: text(route.title), icon: route.nav.icon, kind: 'page', href: route.path }));
    const deeds: PaletteItem[] = [
      { key: 'dark', label: text('web.palette.dark'), icon: 'moon', kind: 'deed', run: () => chooseScheme('dark') },
      { key: 'light', label: text('web.palette.light'), icon: 'sun', kind: 'deed', run: () => chooseScheme('light') },
      { key: 'zh', label: '使用中文', icon: 'language', kind: 'deed', run: () => void changeLanguage('zh-CN') },
      { key: 'en', label: 'Use English', icon: 'language', kind: 'deed', run: () => void changeLanguage('en') },
    ];
    const records = found.map<PaletteGroup>(({ kind, hits }) => ({
      key: kind,
      label: textOr(`web.kind.${kind}`, kind),
      items: hits.map((hit) => ({ key: hit.href, label: name(hit.name), detail: name(hit.detail), icon: iconOf(hit.kind), kind: hit.kind, href: hit.href })),
    }));
    const recent = folded === '' ? recentItems().map<PaletteItem>((item) => ({ key: `recent ${item.href}`, label: item.label, icon: iconOf(item.kind), kind: item.kind, href: item.href })) : [];
    return [
      ...records,
      { key: 'recent', label: text('web.palette.recent'), items: recent },
      { key: 'pages', label: text('web.palette.pages'), items: pages.filter(fits) },
      { key: 'deeds', label: text('web.palette.deeds'), items: folded === '' ? [] : deeds.filter(fits) },
    ].filter((group) => group.items.length > 0);
  }, [words, found, text, name]);
  return { groups, busy, failed };
}
