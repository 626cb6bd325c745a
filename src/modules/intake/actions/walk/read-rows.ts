import { markInText } from '#platform/level/secret-mark.rules.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { insertRows } from '../../store/row.store.ts';
import type { BatchChange } from '../../store/batch.store.ts';
import type { OpenTable, TableRow } from '../../read/table.ts';
import { ColumnFacts } from './column-facts.ts';
import type { Walk } from './walk.ts';

/** Large enough that what each part costs by itself is little, small enough that one is held in memory easily. */
const partRows = 5000;
const partCharacters = 4_000_000;

export type ReadFacts = Required<Pick<BatchChange, 'rowCount' | 'columns' | 'parts' | 'fileRemarks'>>;

/** Keeps every row of a file word for word; `each` sees a part after it was kept. */
export async function readRows(db: SpaceDb, batchId: string, table: OpenTable, walk: Walk, each: (rows: readonly TableRow[]) => Promise<void> = async () => undefined): Promise<ReadFacts> {
  const facts = new ColumnFacts(table.columns);
  const parts: number[] = [];
  const isPacked = table.format === 'xlsx';
  let rowCount = 0;
  // The database keeps one part while the next one is taken apart.
  let keeping: Promise<void> = Promise.resolve();
  for await (const rows of inParts(table.rows())) {
    for (const { rowNumber, cells } of rows) {
      facts.add(cells);
      if (isPacked) lookForMark(cells, rowNumber);
    }
    rowCount += rows.length;
    parts.push(rows.at(-1)?.rowNumber ?? 0);
    await keeping;
    keeping = insertRows(db, batchId, rows);
    keeping.catch(() => undefined);
    await each(rows);
    const { done, total } = table.progress();
    await walk.passed(done, total);
  }
  await keeping;
  return { rowCount, columns: facts.columns(), parts, fileRemarks: table.remarks() };
}

/** What a cell of a long workbook says is known only here: texts were looked through when they came. */
export class MarkedFile extends Error {
  readonly mark: string;
  constructor(mark: string, rowNumber: number) {
    super(`a mark of a state secret in row ${rowNumber}`);
    this.mark = mark;
  }
}

function lookForMark(cells: readonly string[], rowNumber: number): void {
  for (const cell of cells) {
    const found = cell.includes('密') ? markInText(cell) : null;
    if (found) throw new MarkedFile(found.mark, rowNumber);
  }
}

async function* inParts(source: AsyncIterable<TableRow[]>): AsyncGenerator<TableRow[]> {
  let part: TableRow[] = [];
  let characters = 0;
  for await (const rows of source) {
    for (const row of rows) {
      part.push(row);
      for (const cell of row.cells) characters += cell.length;
      if (part.length < partRows && characters < partCharacters) continue;
      yield part;
      part = [];
      characters = 0;
    }
  }
  if (part.length > 0) yield part;
}
