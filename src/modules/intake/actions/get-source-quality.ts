import { findSources, statementsOfSource } from '#modules/registry/index.ts';
import { isEmptyScope } from '#platform/auth/permission.rules.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { batchesOfSource, type CountedBatch } from '../store/quality.store.ts';
import type { getSourceQuality } from '../words/quality.contract.ts';
import { shownConflicts, type SourceQuality } from '../words/quality.schema.ts';
import { targetOf } from './batch-view.ts';

const day = 86_400_000;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Filled cells by field, over the files that map a column onto it. */
function completenessOf(context: Context, batches: readonly CountedBatch[]): SourceQuality['completeness'] {
  const found = new Map<string, SourceQuality['completeness'][number]>();
  for (const batch of batches) {
    const target = targetOf(context, batch.target);
    for (const field of target?.fields ?? []) {
      const columns = batch.columns.filter((_, index) => batch.mapping[index] === field.key);
      if (columns.length === 0 && !field.required) continue;
      const key = `${batch.target} ${field.key}`;
      const before = found.get(key) ?? { target: batch.target, targetLabel: target?.label ?? { zh: batch.target, en: batch.target }, field: field.key, label: field.label, required: field.required, filled: 0, rows: 0 };
      found.set(key, { ...before, filled: before.filled + sum(columns.map((column) => column.filled)), rows: before.rows + batch.rowCount * Math.max(1, columns.length) });
    }
  }
  return [...found.values()];
}

/** Adds up what the checks of several files counted under one key. */
function added<Item extends { rows: number }>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const found = new Map<string, Item>();
  for (const item of items) found.set(keyOf(item), { ...item, rows: item.rows + (found.get(keyOf(item))?.rows ?? 0) });
  return [...found.values()].filter(({ rows }) => rows > 0).toSorted((a, b) => b.rows - a.rows);
}

/** Files count once they were applied; one that was taken back counts no longer. */
export const getSourceQualityAction: Action<typeof getSourceQuality> = async (context, { params: { sourceId } }) => {
  const source = (await findSources(context, [sourceId])).get(sourceId);
  if (!source) return fail('notFound');
  const scope = context.scope('import.read');
  const batches = isEmptyScope(scope) ? [] : await batchesOfSource(context.db, sourceId, scope);
  const applied = batches.filter((batch) => batch.state === 'applied');
  const { conflicts, ...told } = await statementsOfSource(context, sourceId);
  const lastAppliedAt = applied.map((batch) => batch.appliedAt ?? '').toSorted().at(-1) || null;
  const newest = [lastAppliedAt, told.latestEnteredAt, source.publishedOn].filter((each) => each !== null).map((each) => Date.parse(each));
  return ok({
    source,
    files: isEmptyScope(scope)
      ? null
      : {
          batches: batches.length,
          applied: applied.length,
          rows: sum(applied.map((batch) => batch.rowCount)),
          created: sum(applied.map((batch) => batch.outcome?.created ?? 0)),
          changed: sum(applied.map((batch) => batch.outcome?.changed ?? 0)),
          left: sum(applied.map((batch) => batch.outcome?.left ?? 0)),
          unmatched: sum(applied.map((batch) => batch.counts?.open ?? 0)),
          lastAppliedAt,
        },
    freshness: {
      days: newest.length === 0 ? null : Math.max(0, Math.floor((context.now.getTime() - Math.max(...newest)) / day)),
      publishedOn: source.publishedOn,
      lastAppliedAt,
      latestPeriod: told.latestPeriod,
      latestEnteredAt: told.latestEnteredAt,
    },
    completeness: completenessOf(context, applied),
    rejects: added(applied.flatMap((batch) => (batch.counts?.groups ?? []).filter((group) => !group.written).map(({ key, label, count }) => ({ target: batch.target, group: key, label, rows: count }))), (item) => `${item.target} ${item.group}`),
    remarks: added(applied.flatMap((batch) => (batch.counts?.reasons ?? []).filter(({ reason }) => !targetOf(context, batch.target)?.reasons[reason]?.quiet).map(({ reason, label, count }) => ({ target: batch.target, reason, label, rows: count }))), (item) => `${item.target} ${item.reason}`),
    statements: { total: told.total, records: told.records, disputed: conflicts.length, conflicts: conflicts.slice(0, shownConflicts) },
  });
};
