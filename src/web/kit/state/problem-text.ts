import type { Problem } from '#web/api/problem.ts';
import type { Text } from '#web/i18n/use-text.ts';

/** What failed, in words: the server's own where it sent some. */
export function problemText(problem: Problem, text: Text): string {
  if (problem.reason === 'offline') return text('web.problem.offline');
  return problem.detail ?? (problem.title || text('web.problem.unexpected'));
}
