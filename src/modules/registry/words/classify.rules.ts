import type { Day } from '#kernel/quantity/calendar.ts';
import { classifyRecord, recordKinds, type RecordKind } from './classification.rules.ts';
import type { ClassificationVerdict, GivenFacts } from './classification.schema.ts';

/** What the rules of a day make of the answers, as it is stored and shown; the same on the form as on the server. */
export function verdictOn(facts: GivenFacts, enteredAs: RecordKind, on: Day): ClassificationVerdict {
  const given = Object.fromEntries(Object.entries(facts).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, { value }]])));
  const { likely, agrees, passing, verdicts } = classifyRecord(given, enteredAs, on);
  const kinds = recordKinds.flatMap((kind) => {
    const verdict = verdicts[kind];
    if (!verdict) return [];
    const clauses = verdict.clauses.map(({ id, title, outcome, inputs, reason }) => ({ id, title: { zh: title.zh, en: title.en }, outcome, inputs: inputs.map(({ name, value }) => ({ name, value })), reason }));
    return [{ kind, outcome: verdict.outcome, ruleSetId: verdict.ruleSetId, version: verdict.version, clauses }];
  });
  return { enteredAs, likely, agrees, passing, kinds };
}
