import * as OpenCC from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { fold as foldWith } from '#kernel/text/fold.ts';
import { gramsOf, queryGramsOf, segmentMark } from '#kernel/text/grams.ts';
import type { Name } from '#platform/i18n/name.schema.ts';

const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
const han = /\p{Script=Han}/u;

/** Traditional characters to simplified ones by the dictionary of OpenCC; what names are matched with. */
export const simplifyChinese = (text: string): string => (han.test(text) ? simplify(text) : text);

/** Folds as the kernel does, with the traditional-to-simplified dictionary of OpenCC. */
export function fold(text: string): string {
  return foldWith(text, han.test(text) ? simplify : undefined);
}

/** First letters of the Chinese readings, Latin letters and digits kept: 广东精密仪器 → `gdjmyq`. Empty without Chinese characters. */
export function initialsOf(text: string): string {
  const folded = fold(text);
  if (!han.test(folded)) return '';
  return pinyin(folded, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('').toLowerCase();
}

/** A machine romanisation in full, without tones: 佛山 → `Foshan`, 西安 → `Xi'an`, 吕梁 → `Lüliang`. Marked as romanised wherever it is shown. */
export function romanise(text: string): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const joined = syllables.map((syllable, index) => (index > 0 && /^[aeo]/u.test(syllable) ? `'${syllable}` : syllable)).join('');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

/** Where a name stands in a list: Chinese ones by their reading. */
export const sortNameOf = (name: Name): string => (name.zh ? `${romanise(name.zh)} ${name.zh}` : (name.en ?? '')).toLowerCase();

export interface SearchContent {
  /** Each name in every language, e.g. the record's own and those of its history. */
  names: readonly (Name | string)[];
  aliases?: readonly (Name | string)[];
  /** Codes and other exact marks: credit code, division code. No pinyin is made of them. */
  codes?: readonly string[];
}

export interface SearchText {
  text: string;
  grams: string[];
}

const textsOf = (name: Name | string): string[] => (typeof name === 'string' ? [name] : [name.zh, name.en].filter((text) => text !== undefined));

/** What a row stores to be found: folded names, aliases, codes and pinyin initials as segments joined by `|`, and their grams. */
export function searchTextOf({ names, aliases = [], codes = [] }: SearchContent): SearchText {
  const worded = [...names, ...aliases].flatMap(textsOf);
  const segments = [...worded.map(fold), ...codes.map(fold), ...worded.map(initialsOf)].map((segment) => segment.replaceAll(segmentMark, ''));
  const text = [...new Set(segments.filter((segment) => segment !== ''))].join(segmentMark);
  return { text, grams: gramsOf(text) };
}

/** What a search asks for: rows with `grams @> query.grams and text like '%' || folded || '%'`. */
export function queryOf(raw: string): { folded: string; grams: string[] } {
  const folded = fold(raw).replaceAll(segmentMark, '');
  return { folded, grams: queryGramsOf(folded) };
}
