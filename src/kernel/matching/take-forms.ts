import type { NameToken } from './name-tokens.ts';
import { chineseForms, latinForms, longestChineseForm, mostFormWords, type FormKind } from './name-words.ts';

// Slips of the pen in a form are no part of a name: swapped or lost letters of the commonest ones.
const brokenLatin: ReadonlyMap<string, FormKind> = new Map<string, FormKind>([
  ...['gmb', 'gbh', 'mbh', 'gmh', 'gmhb', 'mgbh', 'gbmh', 'ldt', 'tld', 'lt', 'limted', 'limitd', 'lmited', 'limtied', 'cltd', 'oltd'].map((form): [string, FormKind] => [form, 'limited']),
  ...['icn', 'nic', 'nc', 'corproation', 'copr'].map((form): [string, FormKind] => [form, 'jointStock']),
]);
const brokenCo = new Set(['o', 'c', 'oc']);
const brokenChinese: ReadonlyMap<string, FormKind> = new Map(
  [...chineseForms].filter(([form]) => ['有限公司', '有限责任公司', '股份有限公司'].includes(form)).flatMap(([form, kind]) => {
    const lost = [...form].map((_, at) => form.slice(0, at) + form.slice(at + 1));
    const swapped = [...form].slice(1).map((_, at) => form.slice(0, at) + (form[at + 1] as string) + (form[at] as string) + form.slice(at + 2));
    return [...lost, ...swapped].filter((broken) => broken.length > 2 && !chineseForms.has(broken)).map((broken): [string, FormKind] => [broken, kind]);
  }),
);
const mayBeBroken = /[公有限][^公有限]?.?[公司]$|[司公]$/u;

function longestSuffix(text: string, forms: ReadonlyMap<string, FormKind>, most: number): string | null {
  for (let length = Math.min(text.length, most); length > 0; length -= 1) {
    const tail = text.slice(-length);
    if (forms.has(tail)) return tail;
  }
  return null;
}

function takeChinese(tokens: NameToken[], last: NameToken): FormKind | null {
  const exact = longestSuffix(last.text, chineseForms, longestChineseForm);
  const broken = mayBeBroken.test(last.text) ? longestSuffix(last.text, brokenChinese, longestChineseForm) : null;
  const tail = broken !== null && broken.length > (exact?.length ?? 0) ? broken : exact;
  if (tail === null) return null;
  const rest = last.text.slice(0, -tail.length);
  if (rest === '' && tokens.length === 1) return null;
  if (rest === '') tokens.pop();
  else tokens[tokens.length - 1] = { ...last, text: rest };
  return chineseForms.get(tail) ?? brokenChinese.get(tail) ?? null;
}

function takeLatin(tokens: NameToken[], last: NameToken): FormKind | null {
  for (let count = Math.min(mostFormWords, tokens.length - 1); count > 0; count -= 1) {
    const tail = tokens.slice(-count);
    if (tail.some((token) => token.chinese || token.bracket !== last.bracket)) continue;
    const kind = latinForms.get(tail.map((token) => token.text).join(' '));
    if (kind === undefined) continue;
    tokens.length -= count;
    return kind;
  }
  const slip = tokens.length > 1 ? brokenLatin.get(last.text) : undefined;
  if (slip === undefined) return null;
  tokens.pop();
  return slip;
}

/** Takes one legal form off the end of the tokens, in place; null when there is none or nothing would be left. */
function takeOne(tokens: NameToken[]): FormKind | null {
  const last = tokens.at(-1);
  if (last === undefined) return null;
  return last.chinese ? takeChinese(tokens, last) : takeLatin(tokens, last);
}

const weight: Record<FormKind, number> = { other: 0, limited: 1, partnership: 2, jointStock: 3, group: 4 };

/**
 * Takes all legal forms off the end of the tokens, in place, and answers the most telling of them: 集团股份有限公司 is a
 * group. One swapped or lost character in 有限公司, 有限责任公司, 股份有限公司, GmbH, Inc, Ltd is read through.
 */
export function takeForms(tokens: NameToken[], before: FormKind | null = null): FormKind | null {
  let kind = before;
  for (let found = takeOne(tokens); found !== null; found = takeOne(tokens)) {
    if (kind === null || weight[found] > weight[kind]) kind = found;
    const last = tokens.at(-1);
    if (last !== undefined && !last.chinese && tokens.length > 1 && found === 'limited' && brokenCo.has(last.text)) tokens.pop();
  }
  return kind;
}
