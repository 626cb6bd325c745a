import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type TFunction } from 'i18next';
import { languages, type Language } from './name.schema.ts';

export type Text = (key: string, params?: Record<string, string | number>) => string;

/** Every message file below the source folder: each room's, the web floor's and the platform's. */
export function messageFolders(source: string): string[] {
  const rooms = readdirSync(join(source, 'modules'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = [join(source, 'platform/i18n/messages'), join(source, 'web/messages'), ...rooms.map((room) => join(source, 'modules', room.name, 'messages'))];
  return folders.filter((folder) => existsSync(folder));
}

export function readMessages(folder: string, language: Language): Record<string, string> {
  const file = join(folder, `${language}.json`);
  if (!existsSync(file)) return {};
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  return Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, entry.message]));
}

/** The server's translator: same files as the screens read. Keys are flat, so no separator is used. */
export function loadTexts(source: string): (language: Language) => Text {
  const resources = Object.fromEntries(
    languages.map((language) => [language, { translation: Object.assign({}, ...messageFolders(source).map((folder) => readMessages(folder, language))) as Record<string, string> }]),
  );
  const instance = i18next.createInstance();
  void instance.init({ resources, fallbackLng: 'en', keySeparator: false, nsSeparator: false, initAsync: false, interpolation: { escapeValue: false } });
  const fixed = new Map<Language, TFunction>(languages.map((language) => [language, instance.getFixedT(language)]));
  return (language) => (key, params) => (fixed.get(language) as TFunction)(key, params ?? {});
}

/** The reader's language: the request's own choice first, then the first one we have that the browser accepts. */
export function chooseLanguage(...wishes: (string | undefined | null)[]): Language {
  for (const wish of wishes) {
    for (const part of (wish ?? '').split(',')) {
      const tag = part.split(';')[0]?.trim().toLowerCase() ?? '';
      if (tag.startsWith('zh')) return 'zh-CN';
      if (tag.startsWith('en')) return 'en';
    }
  }
  return 'zh-CN';
}
