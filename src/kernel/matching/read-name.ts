import type { SimplifyChinese } from '../text/fold.ts';
import { tokensOf, type NameToken } from './name-tokens.ts';
import { brandOf, chineseBranch, isTradeOnly, latinBranch, latinForms, latinTrades, numberWords, silentWords, type FormKind } from './name-words.ts';
import { chinaPlaces, type PlaceCode, type PlaceLexicon } from './place-lexicon.ts';
import { takeForms } from './take-forms.ts';
import { takePlaces } from './take-places.ts';

/** What a name of an organisation says, taken apart. All texts are folded keys, never shown. */
export interface ReadName {
  /** The whole name without marks and spaces. */
  whole: string;
  /** The name without legal form, place and branch; places stay where nothing else names the firm. Empty only for a name without letters. */
  core: string;
  /** The core without trade words at its end (Latin: anywhere): what people call the firm. */
  brand: string;
  /** Latin words of the core under one spelling, in order; empty for a core with Chinese characters. */
  words: readonly string[];
  /** Division codes of the narrowest place stated, more than one for an ambiguous spelling, none when none is stated. */
  places: readonly PlaceCode[];
  form: FormKind | null;
  /** The part of an organisation that the name stands for (深圳分公司); null for an organisation itself. */
  branch: string | null;
  /** Numbers, counting words and single letters of the core in order: what tells 一厂 from 二厂. */
  numbers: string;
  /** True when the core is nothing but trade words or one character: such a name names no one. */
  generic: boolean;
}

export interface ReadNameOptions {
  simplify?: SimplifyChinese;
  lexicon?: PlaceLexicon;
}

/** Cuts the branch off the end, in place: 华芯有限公司深圳分公司 → 深圳分公司, Sample Ltd. Shenzhen Branch → shenzhenbranch. */
function takeBranch(tokens: NameToken[], lexicon: PlaceLexicon): string | null {
  const last = tokens.at(-1);
  if (last === undefined) return null;
  if (!last.chinese) {
    if (tokens.length < 2 || !latinBranch.has(last.text)) return null;
    const form = tokens.findLastIndex((token, at) => at > 0 && at < tokens.length - 1 && !token.chinese && latinForms.has(token.text));
    const from = form > 0 && form >= tokens.length - 4 ? form + 1 : tokens.length - (lexicon.codes.has(tokens.at(-2)?.text ?? '') && tokens.length > 2 ? 2 : 1);
    return tokens.splice(from).map((token) => token.text).join('');
  }
  const word = chineseBranch.exec(last.text)?.[0];
  if (word === undefined) return null;
  const before = last.text.slice(0, -word.length);
  const company = before.lastIndexOf('公司');
  let cut = company >= 0 ? company + 2 : before.length;
  if (company < 0) {
    cut -= /第?[一二三四五六七八九十\d]+$/u.exec(before)?.[0].length ?? 0;
    for (let length = Math.min(lexicon.longestChinese, cut - 2); length > 1; length -= 1) {
      if (lexicon.codes.has(before.slice(cut - length, cut)) && (cut > length || tokens.length > 1)) {
        cut -= length;
        break;
      }
    }
  }
  if (cut <= 0 && tokens.length === 1) return null;
  const branch = last.text.slice(cut);
  if (cut <= 0) tokens.pop();
  else tokens[tokens.length - 1] = { ...last, text: last.text.slice(0, cut) };
  return branch;
}

function numbersOf(tokens: readonly NameToken[]): string {
  let found = '';
  for (const { text, chinese } of tokens) {
    if (chinese) {
      for (const character of text) {
        const value = numberWords.get(character);
        if (value !== undefined) found += `${value} `;
      }
    } else if (text.length === 1) found += `${text.toUpperCase()} `;
    else {
      const word = numberWords.get(text);
      if (word !== undefined) found += `${word} `;
      else for (const digits of text.match(/\d+/g) ?? []) found += `${digits.replace(/^0+(?=\d)/, '')} `;
    }
  }
  return found;
}

/**
 * Reads the name of an organisation in Chinese, in Latin letters or in both. Cost O(n), about 5 µs a name.
 *
 * `lexicon` are the places to recognise (all of China's cities unless told), `simplify` the dictionary from traditional
 * to simplified characters, which the kernel does not bring.
 */
export function readName(raw: string, { simplify, lexicon = chinaPlaces }: ReadNameOptions = {}): ReadName {
  const tokens = tokensOf(raw, simplify);
  const whole = tokens.map((token) => token.text).join('');
  const branch = takeBranch(tokens, lexicon);
  let form = takeForms(tokens);
  const places = takePlaces(tokens, lexicon);
  form = takeForms(tokens, form);
  const words = tokens.filter((token) => tokens.length === 1 || !silentWords.has(token.text)).map((token) => (token.chinese ? token.text : (latinTrades.get(token.text) ?? token.text)));
  const chinese = tokens.some((token) => token.chinese);
  const core = words.join('');
  const own = words.filter((word) => !latinTrades.has(word));
  const front = chinese ? brandOf(core) : own.length > 0 ? own.join('') : core;
  return {
    whole, core, places, form, branch,
    brand: lexicon.codes.has(front) ? core : front,
    words: chinese ? [] : words,
    numbers: numbersOf(tokens),
    generic: chinese ? isTradeOnly(core) || core.length < 2 : own.join('').length < 2,
  };
}
