import { sql, type RawBuilder } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

/** A cell as it counts now: what a person wrote over it, else what the file says. */
const cell = (column: number): RawBuilder<string> => sql<string>`coalesce(fixes ->> ${String(column)}, raw ->> ${column}::integer, '')`;
/** The fixes with one more; one that says what the file says is none. */
const fixed = (column: RawBuilder<unknown>, value: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when ${value} is null or ${value} = coalesce(raw ->> (${column})::integer, '') then fixes - ${column} else fixes || jsonb_build_object(${column}, ${value}) end`;

async function changedRows(query: RawBuilder<{ rowNumber: number }>, db: SpaceDb): Promise<number[]> {
  return (await query.execute(db)).rows.map(({ rowNumber }) => rowNumber);
}

/** Answers the numbers of the rows it found. */
export async function fixCells(db: SpaceDb, batchId: string, cells: readonly { rowNumber: number; column: number; value: string | null }[]): Promise<number[]> {
  const found = new Set<number>();
  for (const { rowNumber, column, value } of cells) {
    const numbers = await changedRows(sql<{ rowNumber: number }>`update import_row set fixes = ${fixed(sql`${String(column)}::text`, sql`${value}::text`)}
      where batch_id = ${batchId} and row_number = ${rowNumber} returning row_number as "rowNumber"`, db);
    for (const number of numbers) found.add(number);
  }
  return [...found];
}

/** Every row whose cell in the column says `from`, blanks around it aside. */
export async function replaceInColumn(db: SpaceDb, batchId: string, column: number, from: string, to: string): Promise<number[]> {
  return changedRows(sql<{ rowNumber: number }>`update import_row set fixes = ${fixed(sql`${String(column)}::text`, sql`${to}::text`)}
    where batch_id = ${batchId} and not skipped and btrim(${cell(column)}) = ${from.trim()} returning row_number as "rowNumber"`, db);
}

/** Rows of which a check said so. An array first: of a batch written a moment ago the database knows too little to join well. */
const carries = (batchId: string, reason: string): RawBuilder<boolean> => sql<boolean>`row_number = any (array(select v.row_number from import_verdict v where v.batch_id = ${batchId} and v.reasons @> ${JSON.stringify([{ reason }])}::jsonb))`;

export async function fixWhere(db: SpaceDb, batchId: string, reason: string, column: number, value: string): Promise<number[]> {
  return changedRows(sql<{ rowNumber: number }>`update import_row set fixes = ${fixed(sql`${String(column)}::text`, sql`${value}::text`)}
    where batch_id = ${batchId} and not skipped and ${carries(batchId, reason)} returning row_number as "rowNumber"`, db);
}

export async function skipRows(db: SpaceDb, batchId: string, which: { rowNumbers?: readonly number[] | undefined; reason?: string | undefined }, skipped: boolean): Promise<number[]> {
  const where = which.reason === undefined ? sql`row_number = any (${which.rowNumbers ?? []}::integer[])` : carries(batchId, which.reason);
  return changedRows(sql<{ rowNumber: number }>`update import_row set skipped = ${skipped} where batch_id = ${batchId} and ${where} returning row_number as "rowNumber"`, db);
}
