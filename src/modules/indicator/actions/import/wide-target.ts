import type { Context, ImportField, ImportPass, ImportRow, ImportTarget, RowVerdict } from '#platform/module/module.ts';
import { removeObservationsOf } from '../../store/import.store.ts';
import { judgeObservations, type JudgedClaims } from './observation-check.ts';
import { observationImportFields, observationImportGroups, observationImportReasons } from './observation-fields.ts';
import { writeJudged, written } from './observation-target.ts';

const own = new Set(['indicator', 'value', 'periodColumn', 'topic', 'unit']);
const moreHints: Readonly<Record<string, readonly string[]>> = { subjectCode: ['unit code', 'country code', 'iso3', 'id'], subject: ['unit name', 'country name', 'name', '名称'] };
const shared = observationImportFields.filter(({ key }) => !own.has(key) && !key.startsWith('growth')).map((field) => ({ ...field, hints: [...field.hints, ...(moreHints[field.key] ?? [])] }));
const fields: readonly ImportField[] = [...shared, { key: 'indicatorColumn', label: { zh: '指标，每列一个', en: 'Indicators, one a column' }, required: true, hints: [], repeats: { of: 'rest', unless: 'value' } }];
const mostReasons = 5;

/** A row once for each of its indicators that says something; one that says nothing stands for itself. */
function oneByOne(row: ImportRow): ImportRow[] {
  const cells = row.repeated ?? [];
  const said = cells.filter(({ cell }) => cell.trim() !== '');
  return (said.length > 0 ? said : cells.slice(0, 1)).map(({ header, cell }) => ({ rowNumber: row.rowNumber, values: { ...row.values, indicator: header, value: cell } }));
}

/** One verdict for a row: it is written only if every one of its figures can be. */
function verdictOf(rowNumber: number, judged: readonly JudgedClaims[]): RowVerdict {
  const verdicts = judged.map(({ verdict }) => verdict);
  const of = (group: string): RowVerdict[] => verdicts.filter((one) => one.group === group);
  const group = ['rejected', 'freshIndicator', 'fresh', 'known', 'empty'].find((name) => of(name).length > 0) ?? 'empty';
  const told = group === 'rejected' ? of('rejected') : verdicts;
  const state = group === 'rejected' ? 'rejected' : group === 'empty' ? 'notTarget' : told.some((one) => one.state === 'warning') ? 'warning' : 'ready';
  return { rowNumber, state, group, reasons: told.flatMap(({ reasons }) => reasons).slice(0, mostReasons) };
}

async function judgeRows(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<{ verdict: RowVerdict; judged: JudgedClaims[] }[]> {
  const judged = await judgeObservations(context, rows.flatMap(oneByOne), pass);
  const byRow = new Map<number, JudgedClaims[]>();
  for (const one of judged) byRow.set(one.claims.rowNumber, [...(byRow.get(one.claims.rowNumber) ?? []), one]);
  return rows.map(({ rowNumber }) => ({ verdict: verdictOf(rowNumber, byRow.get(rowNumber) ?? []), judged: byRow.get(rowNumber) ?? [] }));
}

/** Figures from a file with one row a subject and one column an indicator. */
export const wideTarget: ImportTarget = {
  id: 'observationTable',
  label: { zh: '指标数值（每列一个指标）', en: 'Indicator values, one column an indicator' },
  note: { zh: '一行一个对象，一列一个指标；不是指标的列请改为不导入。', en: 'One row a subject, one column an indicator. Leave out columns that are no indicators.' },
  permission: 'observation.write',
  fields,
  groups: observationImportGroups,
  reasons: observationImportReasons,
  check: async (context, rows, pass) => (await judgeRows(context, rows, pass)).map(({ verdict }) => verdict),
  async apply(context, rows, pass) {
    const ready = (await judgeRows(context, rows, pass)).filter(({ verdict }) => written.has(verdict.group));
    const records = await writeJudged(context, ready.flatMap(({ judged }) => judged.filter(({ verdict }) => written.has(verdict.group))), pass);
    const first = new Map(records.toReversed().filter(({ recordId }) => recordId !== '').map((record) => [record.rowNumber, record]));
    return { created: ready.length, changed: 0, left: rows.length - ready.length, records: [...first.values()] };
  },
  undo: (context, batchId) => removeObservationsOf(context.db, batchId),
};
