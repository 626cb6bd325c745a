import { z } from 'zod';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const text = z.string().trim().min(1).max(200);

/** A stored name: Chinese, English, or both. Aliases are records of their own. */
export const nameSchema = z
  .strictObject({ zh: text.optional(), en: text.optional() })
  .refine((name) => Boolean(name.zh ?? name.en), { message: 'nameEmpty' });
export type Name = { zh?: string | undefined; en?: string | undefined };

export interface ShownName {
  text: string;
  /** The language the text is really in, so that a screen can mark a name that has no translation. */
  language: Language;
}

export function shownName(name: Name, language: Language): ShownName {
  const own = language === 'en' ? name.en : name.zh;
  if (own) return { text: own, language };
  return name.zh ? { text: name.zh, language: 'zh-CN' } : { text: name.en ?? '', language: 'en' };
}
