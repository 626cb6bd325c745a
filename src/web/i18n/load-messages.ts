import type { Language } from '#platform/i18n/name.schema.ts';
import { pseudoMessages } from './pseudo.ts';

/** The two languages people use, and the pseudo-locale that finds forgotten strings. */
export type ShownLanguage = Language | 'en-XA';

/** Every room's messages of one language, in one piece. */
export async function loadMessages(language: ShownLanguage): Promise<Record<string, string>> {
  if (language === 'zh-CN') return (await import('./messages-zh.ts')).messages;
  const { messages } = await import('./messages-en.ts');
  return language === 'en-XA' ? pseudoMessages(messages) : messages;
}
