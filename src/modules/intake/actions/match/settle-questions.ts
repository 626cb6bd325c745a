import type { Context, RowVerdict } from '#platform/module/module.ts';
import { changeBatch, findBatch } from '../../store/batch.store.ts';
import { rowsAsking } from '../../store/match.store.ts';
import { rowsNumbered, type StoredRow } from '../../store/row.store.ts';
import type { BatchCounts } from '../../words/import.schema.ts';
import { targetOf } from '../batch-view.ts';
import { RowDesk } from '../walk/row-desk.ts';
import { noOutcome } from '../walk/walk-rows.ts';

export interface Settled {
  rows: number;
  created: number;
  changed: number;
}

/**
 * Judges every row that asks one of the questions once more, in whatever file it stands. A file that was applied before
 * takes in what the answer makes ready, as a part of the same batch, so that undoing the batch takes it back too.
 */
export async function settleQuestions(context: Context, fingerprints: readonly string[], states: readonly ('checked' | 'applied')[]): Promise<Settled> {
  const settled: Settled = { rows: 0, created: 0, changed: 0 };
  const asking = await rowsAsking(context.db, context.scope('import.apply'), fingerprints, states);
  for (const batchId of new Set(asking.map((row) => row.batchId))) {
    const lines = asking.filter((row) => row.batchId === batchId);
    const batch = await findBatch(context.db, batchId, true);
    const target = batch && targetOf(context, batch.target);
    if (!batch || !target || batch.jobId !== null) continue;
    const rows = await rowsNumbered(context.db, batchId, lines.map(({ rowNumber }) => rowNumber));
    const desk = new RowDesk(context, { batch, target });
    const verdicts = await desk.judge(rows);
    if (batch.state === 'applied') await desk.write(rows, verdicts);
    const outcome = batch.outcome ?? noOutcome;
    const { created, changed } = desk;
    await changeBatch(context.db, batchId, {
      counts: batch.counts && recount(batch.counts, rows, verdicts),
      ...(created + changed > 0 && { outcome: { ...outcome, created: outcome.created + created, changed: outcome.changed + changed, left: outcome.left - created - changed } }),
    }, context.now);
    settled.rows += rows.length;
    settled.created += created;
    settled.changed += changed;
  }
  return settled;
}

/** The counts of a batch after some of its rows were judged anew. */
function recount(counts: BatchCounts, rows: readonly StoredRow[], verdicts: readonly RowVerdict[]): BatchCounts {
  const states: BatchCounts['states'] = { ...counts.states };
  const groups = new Map(counts.groups.map((group) => [group.key, { ...group }]));
  const reasons = new Map(counts.reasons.map((one) => [one.reason, { ...one }]));
  let { open } = counts;
  const shift = (by: 1 | -1, of: { state: StoredRow['state']; group: string | null; reasons: StoredRow['reasons'] }, decided: boolean): void => {
    states[of.state] = Math.max(0, states[of.state] + by);
    const group = of.group === null ? undefined : groups.get(of.group);
    if (group) group.count = Math.max(0, group.count + by);
    for (const { reason } of of.reasons) {
      const held = reasons.get(reason);
      if (held) held.count = Math.max(0, held.count + by);
      else if (by === 1) reasons.set(reason, { reason, label: { zh: reason, en: reason }, count: 1 });
    }
    if (of.state === 'choose' && !decided) open = Math.max(0, open + by);
  };
  rows.forEach((row, index) => {
    const verdict = verdicts[index];
    if (!verdict) return;
    shift(-1, row, row.decision !== null);
    shift(1, verdict, row.decision !== null);
  });
  return { states, groups: [...groups.values()], reasons: [...reasons.values()].filter(({ count }) => count > 0), open };
}
