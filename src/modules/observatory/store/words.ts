import en from '../messages/en.json' with { type: 'json' };
import zh from '../messages/zh-CN.json' with { type: 'json' };

const chinese: Readonly<Record<string, { message: string }>> = zh;
const english: Readonly<Record<string, { message: string }>> = en;

/** Both wordings of one of the room's messages, for answers that carry their own words; `{{name}}` is filled in where a value is given. */
export function wordsOf(key: string, values: Readonly<Record<string, string>> = {}): { zh: string; en: string } {
  const name = `observatory.${key}`;
  const fill = (words: string): string => words.replaceAll(/\{\{(\w+)\}\}/g, (whole, part: string) => values[part] ?? whole);
  return { zh: fill(chinese[name]?.message ?? name), en: fill(english[name]?.message ?? name) };
}
