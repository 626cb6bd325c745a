import type { z } from 'zod';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { listBreakRows } from '../../store/break.store.ts';
import { growthOf } from '../../store/growth.store.ts';
import { formulaRows, periodsHeld, shownValues, vintagesHeld, type FormulaRow, type HeldPeriod, type ReadAsked } from '../../store/reading.store.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { ObservedSubject, subjectListQuery } from '../../words/observation.schema.ts';
import type * as routes from '../../words/reading.contract.ts';
import { mostSeries, type IndicatorPeriods, type ReadValue } from '../../words/reading.schema.ts';
import { statedOf } from './formula-reading.ts';
import { readValues } from './read-values.ts';

async function found(context: Context, id: string): Promise<FormulaRow | null> {
  return (await formulaRows(context, { ids: [id] }))[0] ?? null;
}

/** Figures of several indicators for rooms that compute with them, by the indicator's id; rights are those of the actor. */
export async function readIndicators(context: Context, ids: readonly string[], asked: ReadAsked): Promise<Map<string, ReadValue[]>> {
  const rows = await formulaRows(context, { ids });
  const read = new Map<string, ReadValue[]>(rows.map(({ id }) => [id, []]));
  const stated = rows.flatMap(({ id, formula }) => (formula === null ? [id] : []));
  if (stated.length > 0) for (const value of await shownValues(context, stated, asked)) read.get(value.indicatorId)?.push(statedOf(value));
  for (const row of rows) if (row.formula !== null) read.set(row.id, await readValues(context, row, asked));
  return read;
}

/** Of an indicator that is computed: whom it has figures of. */
export async function computedSubjects(context: Context, indicatorId: string, query: z.output<typeof subjectListQuery>): Promise<Page<ObservedSubject> | null> {
  const indicator = await found(context, indicatorId);
  const from = offsetOf(query.cursor);
  if (!indicator || from === null) return null;
  const held = new Map<string, ObservedSubject>();
  for (const { subjectKind, subject, subjectCode, system, period } of await readValues(context, indicator, { subjectKind: query.subjectKind })) {
    const key = `${subjectKind}:${subject.id}`;
    const before = held.get(key);
    held.set(key, { id: subject.id, subjectKind, subject, subjectCode, system, observationCount: (before?.observationCount ?? 0) + 1, firstPeriod: before?.firstPeriod ?? period, lastPeriod: period });
  }
  const asked = query.q?.toLowerCase() ?? '';
  const all = [...held.values()].filter(({ subject, subjectCode }) => [subject.name.zh, subject.name.en, subjectCode].some((word) => word?.toLowerCase().includes(asked)));
  return pageFrom(all, from, query.limit);
}

const offsetOf = (cursor: string | undefined): number | null => (cursor === undefined ? 0 : /^at:\d{1,7}$/.test(cursor) ? Number(cursor.slice(3)) : null);
const pageFrom = <Item>(all: readonly Item[], from: number, limit: number): Page<Item> => ({ items: all.slice(from, from + limit), total: all.length, nextCursor: from + limit < all.length ? `at:${from + limit}` : null });

const kindOrder = ['territory', 'cluster', 'place', 'area', 'organisation'];

export const periods: Action<typeof routes.listIndicatorPeriods> = async (context, { params, query }) => {
  const indicator = await found(context, params.indicatorId);
  if (!indicator) return fail('notFound');
  const held = indicator.formula === null ? await periodsHeld(context, indicator.id, query.asOf ?? null) : countedPeriods(await readValues(context, indicator, { asOf: query.asOf }));
  const groups = held.subjects.map(({ subjectKind, system, subjects }): IndicatorPeriods['groups'][number] => ({
    subjectKind, system, subjects,
    periods: held.periods.filter((one) => one.subjectKind === subjectKind && one.system === system).map(({ period, periodEnd, held: count }) => ({ period, periodEnd, held: count })).toSorted((a, b) => b.periodEnd.localeCompare(a.periodEnd) || b.period.localeCompare(a.period)),
  }));
  return ok({ vintages: await vintagesHeld(context, indicator.id), groups: groups.toSorted((a, b) => kindOrder.indexOf(a.subjectKind) - kindOrder.indexOf(b.subjectKind) || (a.system ?? '').localeCompare(b.system ?? '')) });
};

/** The same counts of figures that a formula gives. */
function countedPeriods(values: readonly ReadValue[]): Awaited<ReturnType<typeof periodsHeld>> {
  const periods = new Map<string, HeldPeriod>();
  const subjects = new Map<string, { subjectKind: ReadValue['subjectKind']; system: string | null; ids: Set<string> }>();
  for (const { subjectKind, system, subject, period, periodEnd } of values) {
    const group = `${subjectKind} ${system ?? ''}`;
    const known = subjects.get(group) ?? { subjectKind, system, ids: new Set<string>() };
    subjects.set(group, known);
    known.ids.add(subject.id);
    periods.set(`${group} ${period}`, { subjectKind, system, period, periodEnd, held: (periods.get(`${group} ${period}`)?.held ?? 0) + 1 });
  }
  return { periods: [...periods.values()], subjects: [...subjects.values()].map(({ ids, ...one }) => ({ ...one, subjects: ids.size })) };
}

const byValue = (a: ReadValue, b: ReadValue): number => Number(b.value !== null) - Number(a.value !== null) || Number(b.value ?? 0) - Number(a.value ?? 0) || a.id.localeCompare(b.id);

/** The greatest first; what says no figure stands at the end. */
export const at: Action<typeof routes.listCrossSection> = async (context, { params, query }) => {
  const indicator = await found(context, params.indicatorId);
  if (!indicator) return fail('notFound');
  const from = offsetOf(query.cursor);
  if (from === null) return fail('invalidCursor');
  const { subjectKind, system, period, asOf } = query;
  const all = (await readValues(context, indicator, { subjectKind, system, periods: [period], asOf })).toSorted(byValue);
  return ok(pageFrom(all, from, query.limit));
};

export const series: Action<typeof routes.getIndicatorSeries> = async (context, { params, query }) => {
  const indicator = await found(context, params.indicatorId);
  if (!indicator) return fail('notFound');
  const asked = query.subjects?.split(',').slice(0, mostSeries).map((one) => one.trim());
  const ids = asked?.map((one) => one.slice(one.indexOf(':') + 1));
  const values = (await readValues(context, indicator, { subjectKind: query.subjectKind, system: query.system, subjectIds: ids, asOf: query.asOf })).filter(({ subjectKind, subject }) => asked === undefined || asked.includes(`${subjectKind}:${subject.id}`));
  const bySubject = new Map<string, ReadValue[]>();
  for (const value of values) bySubject.set(`${value.subjectKind}:${value.subject.id}`, [...(bySubject.get(`${value.subjectKind}:${value.subject.id}`) ?? []), value]);
  // Without a choice: those with the greatest newest figure.
  const chosen = [...bySubject].toSorted(([, a], [, b]) => Number(b.at(-1)?.value ?? 0) - Number(a.at(-1)?.value ?? 0)).slice(0, mostSeries);
  const growth = await growthOf(context, indicator.id, chosen.map(([key]) => key), query.asOf ?? null);
  const breaks = await listBreakRows(context, indicator.id, query.asOf ?? null);
  return ok({
    subjects: bySubject.size,
    breaks,
    items: chosen.flatMap(([key, own]) => (own[0] ? [{ id: key, subjectKind: own[0].subjectKind, subject: own[0].subject, subjectCode: own[0].subjectCode, values: own, growth: growth.filter((one) => `${one.subjectKind}:${one.subjectId}` === key) }] : [])),
  });
};
