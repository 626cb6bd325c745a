import { computeMethod, type Method } from '#kernel/method/method.ts';
import type { Case } from './read-input.ts';
import type { Refusal } from './refused-input.ts';

/** One answer as it is written out. */
export interface Answer {
  id: string;
  value: unknown;
  converged?: boolean;
  warnings: readonly string[];
}

export type Refused = Refusal & { id: string };

export interface Computed {
  answers: (Answer | Refused)[];
  refused: Refused[];
  /** Spent inside the method. */
  seconds: number;
}

export function computeCases(method: Method, cases: readonly Case[]): Computed {
  const begun = performance.now();
  const answers = cases.map((one) => computeCase(method, one));
  return { answers, refused: answers.filter((one): one is Refused => 'reason' in one), seconds: (performance.now() - begun) / 1000 };
}

function computeCase(method: Method, { id, where, op, params, input }: Case): Answer | Refused {
  try {
    const outcome = computeMethod(method, { op, params, input });
    if (!outcome.ok) return { id, reason: 'badInput', why: String(outcome.params?.['why'] ?? ''), where };
    const { value, converged, warnings = [] } = outcome.value;
    return { id, value, ...(converged === undefined ? {} : { converged }), warnings };
  } catch (error) {
    // The kernel throws RangeError for shapes that it is never given from within; anything else is a fault of the method.
    return { id, reason: error instanceof RangeError ? 'badInput' : 'unexpected', why: error instanceof Error ? error.message : String(error), where };
  }
}
