import type { FieldProblem } from '#platform/result/result.rules.ts';
import { isStorable } from '#platform/text/storable.ts';

const mostProblems = 20;

/** Texts and names anywhere in the input that no table could hold. */
export function textProblems(where: string, given: unknown): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const look = (path: string, value: unknown): void => {
    if (problems.length >= mostProblems) return;
    if (typeof value === 'string' && !isStorable(value)) problems.push({ path, reason: 'unreadableCharacter' });
    // A calendar date may be written with year 0, but no year of that number ever was, and the database knows none.
    if (typeof value === 'string' && /^0000-\d\d-\d\d/.test(value)) problems.push({ path, reason: 'notValid' });
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return;
    for (const [name, part] of Object.entries(value)) {
      if (!isStorable(name)) problems.push({ path, reason: 'unreadableCharacter' });
      else look(`${path}.${name}`, part);
    }
  };
  look(where, given);
  return problems;
}
