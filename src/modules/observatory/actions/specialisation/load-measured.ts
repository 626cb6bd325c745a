import { loadCrossTable, readableTables } from '#modules/indicator/index.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { strongRules, treeOf } from '../../store/specialisation.store.ts';
import { inForceOn } from '../../words/edition.rules.ts';
import { differsAsEarlier, differsAsFirms, productThresholds } from '../../words/specialisation.rules.ts';
import type { Overview, Selection, TableSummary } from '../../words/specialisation.schema.ts';
import { measureTable, type Measured } from './measure-table.ts';
import { selectTable, type Asked, type Selected } from './select-table.ts';

export interface Loaded {
  head: TableSummary;
  since: TableSummary | null;
  firms: TableSummary | null;
  rule: Overview['rule'];
  measured: Measured;
  /** Order of the cells by what they were asked for, kept while pages of one list are read. */
  orders: Map<string, Int32Array>;
}

async function select(context: Context, tableId: string, asked: Asked): Promise<Result<Selected>> {
  const table = await loadCrossTable(context.db, tableId);
  const known = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))];
  const trees = { territories: await treeOf(context.db, 'territory', known(table.areas.map(({ territoryId }) => territoryId))), industries: await treeOf(context.db, 'industry', known(table.industries.map(({ industryId }) => industryId))) };
  const selected = selectTable(table, trees, asked);
  return typeof selected === 'string' ? fail(selected) : ok(selected);
}

async function ruleFor(context: Context, selection: Selection): Promise<Overview['rule']> {
  const edition = inForceOn(await strongRules(context.db), context.now.toISOString().slice(0, 10));
  const { quotientQuantile, quotientAtLeast, sizeQuantile, establishmentQuantile } = edition ?? productThresholds;
  const tried = [selection.quotientQuantile, selection.quotientAtLeast, selection.sizeQuantile, selection.establishmentQuantile].some((value) => value !== undefined);
  return {
    quotientQuantile: selection.quotientQuantile ?? quotientQuantile,
    quotientAtLeast: selection.quotientAtLeast ?? quotientAtLeast,
    sizeQuantile: selection.sizeQuantile ?? sizeQuantile,
    establishmentQuantile: selection.establishmentQuantile ?? establishmentQuantile,
    editionId: edition?.id ?? null,
    validFrom: edition?.validFrom ?? null,
    productDefault: edition === null,
    tried,
  };
}

/**
 * The pages of one list, and the picture beside it, ask for the same computation one after another: the last few are kept for a minute.
 * Rights are checked before every use; a table that changed has another key.
 */
const kept = new Map<string, { at: number; loaded: Loaded }>();
const most = 4;
const mostCells = 3_000_000;
const stale = 60_000;

function recall(key: string, now: number): Loaded | null {
  for (const [name, { at }] of kept) if (now - at > stale) kept.delete(name);
  return kept.get(key)?.loaded ?? null;
}

function keep(key: string, at: number, loaded: Loaded): void {
  kept.set(key, { at, loaded });
  const cells = (): number => [...kept.values()].reduce((sum, one) => sum + one.loaded.measured.lq.cells.length, 0);
  while (kept.size > 1 && (kept.size > most || cells() > mostCells)) kept.delete(kept.keys().next().value ?? '');
}

/** Reads the tables that were asked for, refuses to set unlike ones side by side, and computes. */
export async function loadMeasured(context: Context, tableId: string, selection: Selection): Promise<Result<Loaded>> {
  const heads = new Map((await readableTables(context, [tableId, ...[selection.firms, selection.since].flatMap((id) => id ?? [])])).map((head) => [head.id, head]));
  const head = heads.get(tableId);
  const since = selection.since === undefined ? null : heads.get(selection.since);
  const firms = selection.firms === undefined ? null : heads.get(selection.firms);
  if (!head || since === undefined || firms === undefined) return fail('notFound');
  const differs = (since && differsAsEarlier(head, since)) ?? (firms && differsAsFirms(head, firms));
  if (differs) return fail(differs);
  const rule = await ruleFor(context, selection);
  const asked = { exclude: selection.exclude, regionLevel: selection.regionLevel, industryLevel: selection.industryLevel };
  const key = JSON.stringify([context.spaceId, [head, since, firms].map((one) => one && [one.id, one.updatedAt]), asked, selection.minSize, rule]);
  const now = context.now.getTime();
  const before = recall(key, now);
  if (before) return ok(before);
  const selected = await select(context, head.id, { ...asked, minSize: selection.minSize });
  if (!selected.ok) return selected;
  const levels = { exclude: selection.exclude, regionLevel: selected.value.regionLevel ?? undefined, industryLevel: selected.value.industryLevel ?? undefined };
  const earlier = since ? await select(context, since.id, levels) : null;
  if (earlier && !earlier.ok) return earlier;
  const establishments = firms ? await select(context, firms.id, levels) : null;
  if (establishments && !establishments.ok) return establishments;
  const measured = measureTable(selected.value, rule, establishments?.value ?? null, earlier?.value ?? null);
  const loaded: Loaded = { head, since, firms, rule, measured, orders: new Map() };
  keep(key, now, loaded);
  return ok(loaded);
}
