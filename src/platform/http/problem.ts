import type { z } from 'zod';
import type { Text } from '#platform/i18n/messages.ts';
import type { FieldProblem } from '#platform/result/result.rules.ts';

/** RFC 9457 body. `reason` is the stable code for programs; `title` and `detail` are in the reader's language. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  reason: string;
  problems: { path: string; reason: string; message: string }[];
  /** Found again in the server's log. */
  reference: string;
}

export function problemBody(text: Text, status: number, reason: string, messageKey: string, reference: string, params: Record<string, string | number> = {}, problems: readonly FieldProblem[] = []): ProblemBody {
  return {
    type: `/problems/${reason}`,
    title: text(`platform.status.${status}`),
    status,
    detail: text(messageKey, inWords(text, params)),
    reason,
    problems: problems.map((problem) => ({ path: problem.path, reason: problem.reason, message: text(problem.reason === reason ? messageKey : `platform.problem.${problem.reason}`, inWords(text, problem.params)) })),
    reference,
  };
}

/** The checker's own names of types and formats, in the reader's words where there are any. */
function inWords(text: Text, params: FieldProblem['params']): FieldProblem['params'] {
  const word = (kind: 'expected' | 'format' | 'level' | 'ceiling'): Record<string, string | number> => {
    const name = params?.[kind];
    const key = `platform.${kind === 'ceiling' ? 'level' : kind}.${name}`;
    return name === undefined || text(key) === key ? {} : { [kind]: text(key) };
  };
  return { ...params, ...word('expected'), ...word('format'), ...word('level'), ...word('ceiling') };
}

/** Zod's issues as field problems: path, our reason code, and the limits the words need. */
export function fieldProblems(where: 'params' | 'query' | 'body', issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  return issues.slice(0, 50).flatMap((issue): FieldProblem[] => {
    const path = [where, ...issue.path.map(String)].join('.');
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.slice(0, 20).map((key) => ({ path: `${path}.${key}`, reason: 'unknownField' }));
      case 'too_big':
        return [{ path, reason: issue.origin === 'string' ? 'tooLong' : issue.origin === 'array' ? 'tooMany' : 'tooBig', params: { maximum: Number(issue.maximum) } }];
      case 'too_small':
        return [{ path, reason: issue.origin === 'string' ? 'tooShort' : issue.origin === 'array' ? 'tooFew' : 'tooSmall', params: { minimum: Number(issue.minimum) } }];
      case 'invalid_format':
        return [{ path, reason: 'wrongFormat', params: { format: String(issue.format) } }];
      case 'invalid_value':
        return [{ path, reason: 'notAmong', params: { values: issue.values.map(String).join(', ').slice(0, 300) } }];
      case 'custom':
        return [{ path, reason: customReasons.has(issue.message) ? issue.message : 'notValid' }];
      case 'invalid_type':
        return [issue.input === undefined ? { path, reason: 'missing' } : { path, reason: 'wrongType', params: { expected: issue.expected } }];
      default:
        return [{ path, reason: 'notValid' }];
    }
  });
}

/** Refinements in the words name one of these as their message. */
export const customReasons: ReadonlySet<string> = new Set(['nameEmpty', 'timeZoneUnknown', 'statementEmpty', 'untilBeforeSince', 'scopeMissing', 'powersMissing', 'subtypeOfOtherType', 'coordinateHalf', 'passwordTooSimple', 'quietHalf', 'phoneWrong', 'mailWrong', 'phoneOrMail', 'usccWrong', 'claimWhy', 'placeholderUnknown']);
