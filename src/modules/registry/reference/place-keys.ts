import { fold, romanise } from '#platform/text/folding.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { provinceAliases, settledNames, suggestedSpellings, typedNames } from './divisions/division-names.ts';
import type { TerritoryLevel } from './reference-rows.ts';

interface Keyed {
  code: string;
  level: TerritoryLevel;
  name: Name;
  short: string;
}

// Cities of the rank of a province: the name alone is a place, as a province's is not.
const cityProvinces = new Set(['110000', '120000', '310000', '500000', '810000', '820000']);

/**
 * Keys under which an import finds a division. `place` keys place a record when only one division of the highest rank
 * has them; `suggestion` keys only offer it to a person.
 */
export function placeKeysOf({ code, level, name, short }: Keyed): { place: string[]; suggestion: string[] } {
  const full = fold(name.zh ?? '');
  const pinyin = romanise(short);
  // Without the umlaut 吕梁 would read as 陆良 does, so u for ü only suggests; v stands for it on keyboards.
  const words = [short, pinyin.replaceAll('ü', 'v'), settledNames[code] ?? ''].map(fold);
  const others = [pinyin.includes('ü') ? pinyin : '', ...(provinceAliases[code] ?? []), ...(suggestedSpellings[code] ?? []), typedNames[code] ?? ''].map(fold);
  const place = level !== 'province' ? [full, ...words] : cityProvinces.has(code) ? [full, ...words, ...others, fold(name.en ?? '')] : [full];
  const suggestion = [...words, ...others, fold(name.en ?? '')];
  const filled = (keys: string[]): string[] => [...new Set(keys)].filter((key) => key !== '');
  const placing = filled(place);
  return { place: placing, suggestion: filled(suggestion).filter((key) => !placing.includes(key)) };
}
