import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { changeBatch } from '../../store/batch.store.ts';
import { changesAfter, clearChanges, clearRecords } from '../../store/record.store.ts';
import { rowsBetween, type StoredRow } from '../../store/row.store.ts';
import type { BatchOutcome } from '../../words/import.schema.ts';
import { countsOf } from '../batch-view.ts';
import type { Standing } from '../stand.ts';
import { RowDesk } from './row-desk.ts';
import type { Walk } from './walk.ts';

export const noOutcome: BatchOutcome = { created: 0, changed: 0, left: 0, removed: null, kept: null, restored: null };
const changesAtOnce = 1000;

async function eachPart(context: Context, { batch }: Standing, walk: Walk, work: (rows: StoredRow[]) => Promise<void>): Promise<void> {
  let after = 0;
  let done = 0;
  for (const to of batch.parts) {
    const rows = await rowsBetween(context.db, batch.id, after, to);
    await work(rows);
    after = to;
    done += rows.length;
    await walk.passed(done, batch.rowCount);
  }
}

/** Asks the target about every row, decisions included, and keeps what it says. */
export async function checkRows(context: Context, standing: Standing, walk: Walk): Promise<void> {
  const desk = new RowDesk(context, standing);
  await eachPart(context, standing, walk, async (rows) => void (await desk.judge(rows)));
  await changeBatch(context.db, standing.batch.id, { state: 'checked', counts: countsOf(standing.target, desk.tally.totals()), run: null, failure: null }, context.now);
}

/** Everything that may be written is written in this one transaction, or nothing is. */
export async function applyRows(context: Context, standing: Standing, walk: Walk): Promise<Result<BatchOutcome, 'nothingToWrite'>> {
  const desk = new RowDesk(context, standing);
  await eachPart(context, standing, walk, async (rows) => desk.write(rows, await desk.judge(rows)));
  return closeApplied(context, standing, desk);
}

/** The batch after its rows were written; a failure where there was nothing to write. */
export async function closeApplied(context: Context, { batch, target }: Standing, desk: RowDesk, rowCount = batch.rowCount): Promise<Result<BatchOutcome, 'nothingToWrite'>> {
  const { created, changed } = desk;
  if (created + changed === 0) return fail('nothingToWrite');
  const outcome: BatchOutcome = { ...noOutcome, created, changed, left: rowCount - created - changed };
  await changeBatch(context.db, batch.id, { state: 'applied', appliedAt: context.now, outcome, counts: countsOf(target, desk.tally.totals()), run: null, failure: null }, context.now);
  context.audit({ event: 'importBatch.applied', subject: { kind: 'importBatch', id: batch.id }, name: { zh: batch.fileName, en: batch.fileName }, changes: { created: [null, created], changed: [null, changed], left: [null, outcome.left] } });
  return ok(outcome);
}

/** Puts back what the batch changed and removes what it created, as far as nobody touched it since. */
export async function undoRows(context: Context, { batch, target }: Standing, walk: Walk): Promise<BatchOutcome> {
  let restored = 0;
  let left = 0;
  for (let after: string | null = null, ended = false; !ended; ) {
    const changes: Awaited<ReturnType<typeof changesAfter>> = await changesAfter(context.db, batch.id, after, changesAtOnce);
    ended = changes.length < changesAtOnce;
    after = changes.at(-1)?.recordId ?? null;
    const back = target.restore && changes.length > 0 ? await target.restore(context, changes) : { restored: 0, kept: changes.length };
    restored += back.restored;
    left += back.kept;
    await walk.passed(restored + left, batch.rowCount);
  }
  const { removed, kept, keptIds = [] } = await target.undo(context, batch.id);
  await clearRecords(context.db, batch.id, keptIds);
  await clearChanges(context.db, batch.id);
  const outcome: BatchOutcome = { ...(batch.outcome ?? noOutcome), removed, kept: kept + left, restored };
  await changeBatch(context.db, batch.id, { state: 'undone', outcome, run: null, failure: null }, context.now);
  context.audit({ event: 'importBatch.undone', subject: { kind: 'importBatch', id: batch.id }, name: { zh: batch.fileName, en: batch.fileName }, changes: { removed: [null, removed], kept: [null, outcome.kept], restored: [null, restored] } });
  return outcome;
}
