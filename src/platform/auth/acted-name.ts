import type { Language } from '#platform/i18n/name.schema.ts';
import type { Actor } from './actor.ts';

/** The name to keep where a record remembers who made it as text. Everywhere else the two names are kept apart. */
export function actedName(actor: Actor, language: Language): string {
  if (!actor.acting) return actor.name;
  return language === 'en' ? `${actor.name} for ${actor.acting.name}` : `${actor.name} 代 ${actor.acting.name}`;
}
