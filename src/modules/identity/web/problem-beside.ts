import { isProblem, Problem } from '#web/api/problem.ts';

/** Puts a refusal beside the field it is about: `{ loginTaken: 'login' }`. Other failures stay on top of the form. */
export async function besideField<Answer>(work: Promise<Answer>, fields: Readonly<Record<string, string>>): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    const path = isProblem(error) ? fields[error.reason] : undefined;
    if (!isProblem(error) || path === undefined || error.problems.length > 0) throw error;
    throw new Problem(error.status, { reason: error.reason, problems: [{ path, reason: error.reason, message: error.detail ?? error.title }] });
  }
}
