import type { Actor } from '#platform/auth/actor.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import type { Level } from './level.schema.ts';

/** Who takes something out, in one line; a deputy's name stands beside the holder's. */
export const nameOnMark = (actor: Pick<Actor, 'name' | 'acting'>): string => (actor.acting ? `${actor.name} / ${actor.acting.name}` : actor.name);

/** The words across a finished page that holds sensitive data; undefined where it needs none. */
export function printMark(actor: Pick<Actor, 'name' | 'acting'>, now: Date, level: Level, { language, timeZone }: { language: Language; timeZone: string }): string | undefined {
  if (level !== 'sensitive') return undefined;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone, hourCycle: 'h23' }).format(now);
  return `${nameOnMark(actor)} · ${time}`;
}
