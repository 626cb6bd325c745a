import type { z } from 'zod';
import type { Problem } from '#web/api/problem.ts';
import { textOr } from '#web/i18n/use-text.ts';
import type { Text } from '#web/i18n/use-text.ts';
import { valueAt } from './path.ts';

/** Field path → words. The empty path holds what belongs to no field. */
export type FormErrors = Record<string, string>;

type Issue = z.core.$ZodIssue;

function issueText(issue: Issue, given: unknown, text: Text): string {
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? text('web.form.required') : text('web.form.tooShort', { min: Number(issue.minimum) });
    return issue.origin === 'array' ? text('web.form.required') : text('web.form.tooSmall', { min: Number(issue.minimum) });
  }
  if (issue.code === 'too_big') return issue.origin === 'string' ? text('web.form.tooLong', { max: Number(issue.maximum) }) : text('web.form.tooBig', { max: Number(issue.maximum) });
  if (issue.code === 'invalid_type' && typeof given === 'string' && given !== '') return text(issue.expected === 'number' || issue.expected === 'int' ? 'web.form.number' : 'web.form.format');
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union') return text('web.form.required');
  return textOr(`platform.problem.${issue.message}`, text('web.form.format'));
}

export function schemaErrors(issues: readonly Issue[], values: unknown, text: Text): FormErrors {
  const errors: FormErrors = {};
  for (const issue of issues) errors[issue.path.join('.')] ??= issueText(issue, valueAt(values, issue.path.join('.')), text);
  return errors;
}

/** The server names fields as `body.name.zh`; its words, when it sends them, are the reader's. */
export function problemErrors(problem: Problem, text: Text): FormErrors {
  const errors: FormErrors = {};
  for (const each of problem.problems) {
    errors[each.path.replace(/^body\./, '')] ??= each.message ?? textOr(`platform.problem.${each.reason}`, text('web.form.format'), each.params);
  }
  return errors;
}

/** An error of a whole group, such as a name in neither language, goes to the group's first field. */
export function placedErrors(errors: FormErrors, labels: ReadonlyMap<string, string>): FormErrors {
  const placed: FormErrors = {};
  for (const [path, words] of Object.entries(errors)) {
    const field = labels.has(path) ? path : [...labels.keys()].find((each) => path !== '' && each.startsWith(`${path}.`));
    placed[field ?? path] ??= words;
  }
  return placed;
}
