import { scoreboardEditSchema, scoreboardInputSchema } from '../../words/scoreboard.schema.ts';
import { z } from 'zod';

/** A form sends nothing for an empty field: a purpose without words is none, an owner that was cleared is nobody. */
function withoutEmpty(given: unknown): unknown {
  if (given === null || typeof given !== 'object') return given;
  const { purpose, ...rest } = given as Record<string, unknown>;
  const words = Object.fromEntries(Object.entries((purpose ?? {}) as Record<string, unknown>).filter(([, value]) => typeof value === 'string' && value.trim() !== ''));
  return { ...rest, purpose: Object.keys(words).length > 0 ? words : null };
}

export const newScoreboardForm = z.preprocess(withoutEmpty, scoreboardInputSchema);
export const scoreboardForm = z.preprocess(withoutEmpty, scoreboardEditSchema);
