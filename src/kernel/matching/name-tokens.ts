import type { SimplifyChinese } from '../text/fold.ts';

export interface NameToken {
  /** Folded: simplified, lower case, without accents and marks. */
  text: string;
  chinese: boolean;
  /** Number of the bracket it stands in, from 1; 0 outside of brackets. */
  bracket: number;
}

const accented = /[\u00c0-\u024f\u1e00-\u1eff]/u;
const unusual = /[^\u0020-\u007e\u3007\u4e00-\u9fff]/u;
const upper = /[A-Z]/u;
const letter = /[\p{L}\p{N}]/u;
const space = /\s/u;
const marks = /\p{M}/gu;
const opening = '([{【〔《〈「『';
const closing = ')]}】〕》〉」』';
const inWord = "'`´‘’‚‛′ʹʻʼʽˈ-‐‑‒–—―−_·・•\u00ad\u200b\u200c\u200d\u2060\ufeff";

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isPlainLatin = (code: number): boolean => isDigit(code) || (code >= 97 && code <= 122);
const isChinese = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007 || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xd800 && code <= 0xdfff);

/** Capitals that mark a new word inside of one: `RoboticsCo`, `ARobotics`. What is left of it after lower case would be lost. */
function partWords(text: string): string {
  return text.replace(/([a-z])(?=(?:Co|Inc|GmbH|Ltd|Limited|Corp|LLC|AG)(?![a-z]))/g, '$1 ').replace(/([A-Z])(?=[A-Z][a-z]{2})/g, '$1 ');
}

/**
 * Cuts a name into runs of Chinese characters and Latin words, folded like `fold` does: full width, case, accents,
 * apostrophes, hyphens and middle dots make no difference, full stops join initials (`S.p.A.` is `spa`) and part words,
 * and every bracket is as good as any other. Other scripts count as Latin. Cost O(n).
 */
export function tokensOf(raw: string, simplify?: SimplifyChinese): NameToken[] {
  let text = unusual.test(raw) ? raw.normalize('NFKC') : raw;
  if (simplify !== undefined) text = simplify(text);
  if (upper.test(text)) text = partWords(text);
  text = text.toLowerCase();
  if (accented.test(text)) text = text.replaceAll('ß', 'ss').normalize('NFD').replace(marks, '').normalize('NFC');

  const tokens: NameToken[] = [];
  let bracket = 0;
  let brackets = 0;
  let word = '';
  let chinese = false;
  const close = (): void => {
    if (word !== '') tokens.push({ text: word, chinese, bracket });
    word = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const character = text[at] as string;
    if (isChinese(code)) {
      if (!chinese) close();
      chinese = true;
      word += character;
    } else if (isPlainLatin(code) || (code > 127 && !closing.includes(character) && !opening.includes(character) && letter.test(character))) {
      if (chinese) close();
      chinese = false;
      word += character;
    } else if (code > 32 && inWord.includes(character)) {
      if (isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) close();
    } else if (code === 46 && word.length === 1 && !chinese && isPlainLatin(text.charCodeAt(at + 1))) {
      // An initial goes on: e.V., S.p.A., C.o.
      while (at + 2 < text.length && isPlainLatin(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === 46) {
        word += text[at + 1] as string;
        at += 2;
      }
      if (isPlainLatin(text.charCodeAt(at + 1)) && !isPlainLatin(text.charCodeAt(at + 2))) {
        word += text[at + 1] as string;
        at += 1;
      }
      close();
    } else if (!chinese || word === '' || !space.test(character)) {
      // White space between Chinese characters parts nothing.
      close();
      if (opening.includes(character)) {
        brackets += 1;
        bracket = brackets;
      } else if (closing.includes(character)) bracket = 0;
    }
  }
  close();
  return tokens;
}
