import type { Context } from '#platform/module/module.ts';
import { formulaRows, shownValues, type FormulaRow, type ReadAsked } from '../../store/reading.store.ts';
import { termsOf } from '../../words/indicator.rules.ts';
import type { ReadValue } from '../../words/reading.schema.ts';
import { Reading, statedOf } from './formula-reading.ts';
import { countRecords } from './record-terms.ts';

const mostTerms = 200;

/**
 * The figures of an indicator that the actor may read: what sources state and, where it has a formula, what that gives for
 * each subject and period, under the newest definitions and as known on the asked day. A stated figure is never replaced.
 */
export async function readValues(context: Context, indicator: FormulaRow, asked: ReadAsked): Promise<ReadValue[]> {
  if (indicator.formula === null) return (await shownValues(context, [indicator.id], asked)).map(statedOf);
  const { subjectKind, subjectIds, system, asOf } = asked;
  const definitions = await definitionsOf(context, indicator);
  // Terms may hold at another form of period than what is computed from them, so that only the result is cut to the periods.
  const held = await shownValues(context, [...definitions.values()].map(({ id }) => id), { subjectKind, subjectIds, system, asOf });
  const records = await countRecords(context, definitions, held, asked);
  const found = [...new Reading(definitions, held, records).of(indicator.key).values()];
  const periods = asked.periods === undefined ? null : new Set(asked.periods);
  return found.filter(({ period }) => periods === null || periods.has(period)).toSorted((a, b) => a.periodEnd.localeCompare(b.periodEnd) || a.id.localeCompare(b.id));
}

/** The indicator and all that its formula rests on, by key. */
async function definitionsOf(context: Context, indicator: FormulaRow): Promise<Map<string, FormulaRow>> {
  const known = new Map([[indicator.key, indicator]]);
  for (let open = termsOf(indicator.formula); open.length > 0 && known.size < mostTerms; ) {
    const rows = await formulaRows(context, { keys: open });
    for (const row of rows) known.set(row.key, row);
    open = [...new Set(rows.flatMap(({ formula }) => termsOf(formula)))].filter((key) => !known.has(key));
  }
  return known;
}
