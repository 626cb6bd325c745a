import i18next from 'i18next';
import { text } from '#web/i18n/use-text.ts';
import type { MessageKey } from '#web/i18n/catalogue.ts';

let index: { language: string; keys: Map<string, string> } | null = null;

/** Rooms keep words for what is stored under `<room>.event.…`, `<room>.field.…`, `<room>.role.…`; a reader need not know which room. */
function keysOfRooms(): Map<string, string> {
  if (index?.language === i18next.language) return index.keys;
  const all = Object.keys((i18next.getResourceBundle(i18next.language, 'all') ?? {}) as Record<string, string>);
  const keys = new Map(all.map((key) => [key.slice(key.indexOf('.') + 1), key]));
  index = { language: i18next.language, keys };
  return keys;
}

/** Words for a stored name, or null where no room has any. */
export function roomWord(family: string, name: string): string | null {
  const key = keysOfRooms().get(`${family}.${name}`);
  return key ? text(key as MessageKey) : null;
}

/** Every stored name of a family that has words: the choices of a filter. */
export function namesWithWords(family: string): string[] {
  return [...keysOfRooms().keys()].filter((key) => key.startsWith(`${family}.`)).map((key) => key.slice(family.length + 1));
}
