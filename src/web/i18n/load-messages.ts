import { pseudoMessages } from './pseudo.ts';
import type { ShownLanguage } from './language.ts';

/** Every room's messages of one language, in one piece. */
export async function loadMessages(language: ShownLanguage): Promise<Record<string, string>> {
  if (language === 'zh-CN') return (await import('./messages-zh.ts')).messages;
  const { messages } = await import('./messages-en.ts');
  return language === 'en-XA' ? pseudoMessages(messages) : messages;
}
