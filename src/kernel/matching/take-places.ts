import type { NameToken } from './name-tokens.ts';
import { isTradeOnly, latinTrades } from './name-words.ts';
import type { PlaceCode, PlaceLexicon } from './place-lexicon.ts';

const chineseRank = /^(?:特别行政区|自治区|自治州|地区|省|市(?!场|政)|州|县|盟)/u;
// 深圳市南山区…: the district under a city that is written out; 特区, 社区, 园区 are no districts.
const district = /^[^特社园小高开]{2}[区县]/u;
// A city that no list knows, or a slip in one: 圳市羽威…; 超市, 城市, 上市 and the like are no cities.
const unknownCity = /^[^城超都股门夜花菜楼互上]{1,3}市(?!场|政)(?=..)/u;
const latinRank = new Set(['city', 'province', 'provincial', 'municipal', 'municipality', 'shi', 'sheng']);
const countries = new Set(['中国', 'china', 'prc']);

/** Whether a name can stand without the place: more than a trade or one character must be left. */
function stands(tokens: readonly NameToken[]): boolean {
  const chinese = tokens.filter((token) => token.chinese).map((token) => token.text).join('');
  const latin = tokens.filter((token) => !token.chinese && token.text.length > 1 && !latinTrades.has(token.text));
  return latin.length > 0 || (chinese.length > 1 && !isTradeOnly(chinese));
}

/** A Chinese text that is nothing but a place: 深圳, 深圳市, 广东深圳. */
function placeAlone(text: string, lexicon: PlaceLexicon): readonly PlaceCode[] | null {
  const direct = lexicon.codes.get(text);
  if (direct !== undefined) return direct;
  const front = frontPlace(text, lexicon);
  if (front === null) return null;
  return front.rest === '' ? front.codes : placeAlone(front.rest, lexicon);
}

function frontPlace(text: string, lexicon: PlaceLexicon): { codes: readonly PlaceCode[]; rest: string } | null {
  for (let length = Math.min(lexicon.longestChinese, text.length); length > 1; length -= 1) {
    const codes = lexicon.codes.get(text.slice(0, length));
    if (codes === undefined) continue;
    const after = text.slice(length);
    const rank = chineseRank.exec(after)?.[0] ?? '';
    const rest = after.slice(rank.length);
    return { codes, rest: rank === '市' ? rest.replace(district, '') : rest };
  }
  return null;
}

function unlistedCity(text: string): { codes: readonly PlaceCode[]; rest: string } | null {
  const city = unknownCity.exec(text)?.[0];
  return city === undefined ? null : { codes: [], rest: text.slice(city.length) };
}

function takeChineseFront(tokens: NameToken[], first: NameToken, lexicon: PlaceLexicon, within: readonly PlaceCode[]): readonly PlaceCode[] | null {
  const front = frontPlace(first.text, lexicon) ?? unlistedCity(first.text);
  if (front === null || !fits(within, front.codes)) return null;
  const left = front.rest === '' ? tokens.slice(1) : [{ ...first, text: front.rest }, ...tokens.slice(1)];
  if (stands(left)) tokens.splice(0, tokens.length, ...left);
  return front.codes;
}

function takeLatinFront(tokens: NameToken[], lexicon: PlaceLexicon, within: readonly PlaceCode[]): readonly PlaceCode[] | null {
  for (let count = Math.min(3, tokens.length); count > 0; count -= 1) {
    const head = tokens.slice(0, count);
    if (head.some((token) => token.chinese)) continue;
    const codes = lexicon.codes.get(head.map((token) => token.text).join(''));
    if (codes === undefined || !fits(within, codes)) continue;
    const next = latinRank.has(tokens[count]?.text ?? '') ? count + 1 : count;
    const left = tokens.slice(next);
    if (stands(left)) tokens.splice(0, next);
    return codes;
  }
  return null;
}

function takeBrackets(tokens: NameToken[], lexicon: PlaceLexicon, within: readonly PlaceCode[]): readonly PlaceCode[] | null {
  let found: readonly PlaceCode[] | null = null;
  const numbers = new Set(tokens.map((token) => token.bracket));
  for (const number of numbers) {
    if (number === 0) continue;
    const inside = tokens.filter((token) => token.bracket === number).map((token) => token.text).join('');
    const codes = countries.has(inside) ? [] : placeAlone(inside, lexicon);
    if (codes === null || !fits(within, codes)) continue;
    const left = tokens.filter((token) => token.bracket !== number);
    if (!stands(left)) continue;
    tokens.splice(0, tokens.length, ...left);
    if (codes.length > 0) found = codes;
  }
  return found;
}

function takeEnd(tokens: NameToken[], lexicon: PlaceLexicon): readonly PlaceCode[] | null {
  const last = tokens.at(-1);
  if (last === undefined) return null;
  if (!last.chinese) {
    const codes = tokens.length > 1 ? lexicon.codes.get(last.text) : undefined;
    if (codes === undefined) return null;
    const left = tokens.slice(0, -1);
    while (left.at(-1)?.text === 'of') left.pop();
    if (!stands(left)) return null;
    tokens.splice(0, tokens.length, ...left);
    return codes;
  }
  for (let length = Math.min(lexicon.longestChinese, last.text.length - 3); length > 1; length -= 1) {
    const codes = lexicon.codes.get(last.text.slice(-length));
    if (codes === undefined) continue;
    tokens[tokens.length - 1] = { ...last, text: last.text.slice(0, -length) };
    return codes;
  }
  return null;
}

/**
 * Takes the places off the front, the brackets and the end of the tokens, in place, and answers the narrowest that was
 * read: 广东省深圳市华芯… is 4403. A place stays in the name, though it is answered, where nothing but a trade would be
 * left (北京保险).
 */
export function takePlaces(tokens: NameToken[], lexicon: PlaceLexicon): readonly PlaceCode[] {
  let places: readonly PlaceCode[] = [];
  for (let again = true; again; ) {
    const before = tokens.length;
    const first = tokens[0];
    if (first === undefined || first.bracket > 0) break;
    const length = first.text.length;
    const front = first.chinese ? takeChineseFront(tokens, first, lexicon, places) : takeLatinFront(tokens, lexicon, places);
    if (front !== null && front.length > 0) places = front;
    again = front !== null && (tokens.length < before || (tokens[0]?.text.length ?? 0) < length);
  }
  const inside = tokens.some((token) => token.bracket > 0) ? takeBrackets(tokens, lexicon, places) : null;
  if (inside !== null) places = inside;
  if (places.length > 0) return places;
  return takeEnd(tokens, lexicon) ?? places;
}

/** A second place counts when it lies in the first: in 武汉广州… the name of a firm of Guangzhou follows its place, and stays. */
const fits = (within: readonly PlaceCode[], found: readonly PlaceCode[]): boolean => within.length === 0 || found.length === 0 || within.some((wide) => found.some((code) => code.startsWith(wide)));
