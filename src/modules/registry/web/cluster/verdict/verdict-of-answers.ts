import { verdictOn } from '../../../words/classify.rules.ts';
import { classificationFactsSchema } from '../../../words/classification.schema.ts';
import type { ClassificationVerdict } from '../../../words/classification.schema.ts';

/** The verdict on what is answered so far; null while nothing is, or while an answer cannot be read. */
export function verdictOfAnswers(answers: unknown): ClassificationVerdict | null {
  const facts = classificationFactsSchema.safeParse(answers ?? {});
  if (!facts.success || Object.values(facts.data).every((value) => value === null || value === undefined)) return null;
  return verdictOn(facts.data, 'cluster', new Date().toISOString().slice(0, 10));
}

/** A reason is owed where the rules disagree and none is given yet. */
export function owesReason(verdict: ClassificationVerdict | null, reason: unknown): boolean {
  return verdict?.agrees === false && (typeof reason !== 'string' || reason.trim() === '');
}
