import { periodText } from '#kernel/quantity/period.ts';
import { parseQuantity } from '#kernel/quantity/parse.ts';
import { readPeriod } from '#kernel/quantity/read-period.ts';
import { fold } from '#kernel/text/fold.ts';
import type { Action, ImportField } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { fillIn, mappingProblems } from '../words/import.rules.ts';
import { firstRows } from '../store/row.store.ts';
import type { previewImport } from '../words/mapping.contract.ts';
import { previewRows } from '../words/mapping.schema.ts';
import { findBatch } from '../store/batch.store.ts';
import { remarkOf, targetOf } from './batch-view.ts';
import { cellsOf, importRow, ownVerdict } from './stand.ts';
import { newPass } from './walk/row-desk.ts';

type Words = { zh: string; en: string };
const both = (text: string): Words => ({ zh: text, en: text });

const problemWords: Readonly<Record<string, Words>> = {
  mappingLength: { zh: '对应关系与文件的列数不同。', en: 'The mapping has another number of columns than the file.' },
  fieldUnknown: { zh: '没有字段“{{field}}”。', en: 'There is no field “{{field}}”.' },
  fieldTwice: { zh: '“{{field}}”选了两列，只能选一列。', en: '“{{field}}” is chosen for two columns; one is enough.' },
  fieldMissing: { zh: '还没有选“{{field}}”是哪一列，它是必填的。', en: 'Choose which column holds “{{field}}”; it is required.' },
};

/** What a cell means by the kind of its field; undefined where the cell says it itself, null where it can't be read. */
function readCell(field: ImportField, cell: string): Words | null | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  if (field.kind === 'number' || field.kind === 'coordinate') {
    const parsed = parseQuantity(text);
    if (!parsed.ok) return null;
    const { operator, value, unit } = parsed.value.quantity;
    const sign = operator === '=' || operator === 'notStated' ? '' : operator === 'about' ? '≈ ' : `${operator} `;
    const shown = value === null ? { zh: '未注明', en: 'not stated' } : both(`${sign}${value}${unit === 'one' ? '' : ` ${unit}`}`);
    return shown.zh === text ? undefined : shown;
  }
  if (field.kind === 'date' || field.kind === 'period') {
    const parsed = readPeriod(text);
    if (!parsed.ok) return undefined;
    const shown = periodText(parsed.value);
    return shown === text ? undefined : both(shown);
  }
  if (field.kind === 'choice' && field.choices) {
    const key = fold(text);
    const choice = field.choices.find(({ value, label }) => [value, label.zh, label.en].some((word) => fold(word) === key));
    return choice && choice.value !== text ? choice.label : undefined;
  }
  return text === cell ? undefined : both(text);
}

export const previewImportAction: Action<typeof previewImport> = async (context, { params, body }) => {
  // Only looks: also while the batch goes on to its next step.
  const stored = await findBatch(context.db, params.batchId);
  const target = stored && targetOf(context, stored.target);
  if (!stored || !target) return fail('notFound');
  const { mapping, constants = stored.constants } = body;
  const batch = { ...stored, mapping, constants };
  const problems = mappingProblems(mapping, batch.columns.length, target.fields, constants).map(({ reason, field }) => {
    const label = target.fields.find((each) => each.key === field)?.label ?? both(field ?? '');
    const words = problemWords[reason] ?? both(reason);
    return { zh: fillIn(words.zh, { field: label.zh }), en: fillIn(words.en, { field: label.en }) };
  });
  if (problems.length > 0 && mapping.length !== batch.columns.length) return ok({ rows: [], problems });

  const rows = await firstRows(context.db, batch.id, previewRows);
  const own = new Map(rows.flatMap((row) => ownVerdict(batch, row) ?? []).map((verdict) => [verdict.rowNumber, verdict]));
  const usable = problems.length === 0;
  const asked = usable ? await target.check(context, rows.filter((row) => !own.has(row.rowNumber)).map((row) => importRow(batch, row, target)), newPass(batch)) : [];
  const verdicts = new Map([...asked, ...own.values()].map((verdict) => [verdict.rowNumber, verdict]));
  const fieldAt = mapping.map((key) => target.fields.find((field) => field.key === key));
  return ok({
    problems,
    rows: rows.map((row) => {
      const verdict = verdicts.get(row.rowNumber);
      const cells = cellsOf(row);
      return {
        rowNumber: row.rowNumber,
        cells,
        state: verdict?.state ?? 'unchecked',
        reasons: (verdict?.reasons ?? []).map((reason) => remarkOf(target, reason)),
        read: fieldAt.flatMap((field, column) => {
          const value = field && readCell(field, cells[column] ?? '');
          return value === undefined ? [] : [{ column, value }];
        }),
      };
    }),
  });
};
