import type { Context, ImportPass } from '#platform/module/module.ts';
import { codedKey } from '../../store/area.store.ts';
import { addColumns, columnPositions, findLines, findTableId, insertTable, stateColumnTotals, touchTable, writeLines, type StoredLine } from '../../store/cross-table-write.store.ts';
import { ensureVintages, vintageKey } from '../../store/vintage.store.ts';
import { headKey, type TableHead, type TableLine } from './table-lines.ts';

interface Known {
  pass: ImportPass;
  areas: ReadonlyMap<string, string>;
  columns: ReadonlyMap<string, string>;
}

/** Writes lines into their tables, which are made where they are missing; `headKey` → table. */
export async function writeTableLines(context: Context, lines: readonly TableLine[], known: Known): Promise<Map<string, string>> {
  const tables = new Map<string, string>();
  for (const head of new Map(lines.map((line) => [headKey(line.head), line.head])).values()) {
    const own = lines.filter((line) => headKey(line.head) === headKey(head));
    const tableId = await tableFor(context, head, known.pass);
    tables.set(headKey(head), tableId);
    const positions = await positionsFor(context, tableId, head, own, known.columns);
    await writeOwn(context, tableId, head, own, positions, known);
    const totals = own.filter(({ isTotal }) => isTotal).flatMap(({ cells }) => cells.flatMap((cell) => (cell.value === null ? [] : [{ position: positions.get(codedKey(head.industrySystem, cell.industry)) ?? 0, total: cell.value }])));
    if (totals.length > 0) await stateColumnTotals(context, tableId, totals);
  }
  return tables;
}

async function tableFor(context: Context, head: TableHead, { sourceId, batchId }: ImportPass): Promise<string> {
  const vintages = head.vintage === null ? null : await ensureVintages(context, [{ sourceId, title: head.vintage }]);
  const vintageId = head.vintage === null ? null : (vintages?.get(vintageKey(sourceId, head.vintage)) ?? null);
  const found = await findTableId(context.db, head.key, head.period, vintageId);
  if (found === null) return insertTable(context, { ...head, vintageId, sourceId, batchId });
  await touchTable(context, found);
  return found;
}

/** `codedKey` of an industry → its column; new industries are put behind the others. */
async function positionsFor(context: Context, tableId: string, head: TableHead, lines: readonly TableLine[], columns: ReadonlyMap<string, string>): Promise<Map<string, number>> {
  const known = await columnPositions(context.db, tableId);
  const positions = new Map<string, number>();
  const added: { id: string; position: number }[] = [];
  for (const { cells } of lines) {
    for (const { industry } of cells) {
      const key = codedKey(head.industrySystem, industry);
      if (positions.has(key)) continue;
      const id = columns.get(key) ?? '';
      const position = known.get(id) ?? known.size + added.length + 1;
      if (!known.has(id)) added.push({ id, position });
      positions.set(key, position);
    }
  }
  if (added.length > 0) await addColumns(context, tableId, added);
  return positions;
}

async function writeOwn(context: Context, tableId: string, head: TableHead, lines: readonly TableLine[], positions: ReadonlyMap<string, number>, { pass, areas }: Known): Promise<void> {
  const regions = lines.filter(({ isTotal }) => !isTotal);
  const idOf = ({ region }: TableLine) => areas.get(codedKey(head.areaSystem, region)) ?? '';
  const stored = await findLines(context.db, tableId, [...new Set(regions.map(idOf))]);
  const changed = new Map<string, StoredLine>();
  for (const line of regions) {
    const areaId = idOf(line);
    const into = changed.get(areaId) ?? stored.get(areaId) ?? { areaId, position: line.rowNumber, cells: [], marks: '', total: null, row: line.long ? null : line.rowNumber, rows: line.long ? [] : null };
    changed.set(areaId, fill(into, line, (industry) => (positions.get(codedKey(head.industrySystem, industry)) ?? 1) - 1));
  }
  await writeLines(context, tableId, pass.batchId, [...changed.values()]);
}

/** Puts the cells of a line where their columns are; what nobody has told yet stays "not stated". */
function fill(into: StoredLine, line: TableLine, indexOf: (industry: string) => number): StoredLine {
  const cells = [...into.cells];
  const marks = [...into.marks];
  const rows = into.rows === null ? null : [...into.rows];
  const put = (index: number, value: string | null, mark: string) => {
    while (cells.length <= index) {
      cells.push(null);
      marks.push('m');
      rows?.push(null);
    }
    cells[index] = value;
    marks[index] = mark;
    if (rows) rows[index] = line.rowNumber;
  };
  for (const { industry, value, mark } of line.cells) put(indexOf(industry), value, mark);
  return { ...into, cells, marks: marks.join(''), rows, total: line.total ?? into.total };
}
