import en from '../messages/en.json' with { type: 'json' };
import zh from '../messages/zh-CN.json' with { type: 'json' };

const chinese: Readonly<Record<string, { message: string }>> = zh;
const english: Readonly<Record<string, { message: string }>> = en;

/** Both wordings of one of the room's messages, for answers that carry their own words. */
export function wordsOf(key: string): { zh: string; en: string } {
  const name = `indicator.${key}`;
  return { zh: chinese[name]?.message ?? name, en: english[name]?.message ?? name };
}
