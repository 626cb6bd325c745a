import { pseudoMessages } from './pseudo.ts';
import type { ShownLanguage } from './language.ts';

type Messages = Record<string, string>;
type Loader = () => Promise<unknown>;

const chinese = import.meta.glob(['../messages/zh-CN.json', '../../modules/*/messages/zh-CN.json', '../../platform/i18n/messages/zh-CN.json'], { import: 'default' });
const english = import.meta.glob(['../messages/en.json', '../../modules/*/messages/en.json', '../../platform/i18n/messages/en.json'], { import: 'default' });

async function loadAll(loaders: Record<string, Loader>): Promise<Messages> {
  const parts = await Promise.all(Object.values(loaders).map((load) => load() as Promise<Messages>));
  return Object.assign({}, ...parts) as Messages;
}

export async function loadMessages(language: ShownLanguage): Promise<Messages> {
  if (language === 'zh-CN') return loadAll(chinese);
  const messages = await loadAll(english);
  return language === 'en-XA' ? pseudoMessages(messages) : messages;
}
