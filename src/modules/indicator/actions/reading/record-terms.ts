import { containsPeriod, parsePeriod } from '#kernel/quantity/period.ts';
import type { IndicatorSource } from '#platform/module/indicator-source.ts';
import type { Context } from '#platform/module/module.ts';
import type { FormulaRow, ReadAsked, ShownValue } from '../../store/reading.store.ts';
import type { Term } from '../../words/derived.rules.ts';
import { recordSource } from '../../words/formula.rules.ts';
import { termsOf } from '../../words/indicator.rules.ts';
import { observedKinds, type ObservedKind } from '../../words/observation.schema.ts';
import type { ReadValue } from '../../words/reading.schema.ts';

/** Ends of periods for which dated counts are made; more would be a query each. */
const mostDays = 60;

export interface RecordCounts {
  /** Subjects of formulas that name nothing but records, as of today. */
  subjects: readonly ReadValue[];
  term(name: string, about: Pick<ReadValue, 'subjectKind' | 'subject' | 'period' | 'periodEnd'>): Term | null;
}

/** Counts of the records that the formulas name: at the end of each period where the source knows the past, else only for periods that hold today. */
export async function countRecords(context: Context, definitions: ReadonlyMap<string, FormulaRow>, held: readonly ShownValue[], asked: ReadAsked): Promise<RecordCounts> {
  const formulas = [...definitions.values()].map(({ formula }) => termsOf(formula));
  const names = new Set(formulas.flat().filter(recordSource));
  const today = context.now.toISOString().slice(0, 10);
  const sources = context.contributions.indicatorSources.filter(({ key }) => names.has(key));
  const days = [...new Set(held.map(({ periodEnd }) => (periodEnd > today ? today : periodEnd)))].slice(-mostDays);
  const counts = new Map<string, number>();
  const put = (source: IndicatorSource<Context>, kind: string, on: string, found: ReadonlyMap<string, number>) => { for (const [id, count] of found) counts.set(`${source.key} ${kind}:${id} ${on}`, count); };
  for (const source of sources) {
    for (const subjectKind of source.subjectKinds.filter((kind) => asked.subjectKind === undefined || kind === asked.subjectKind)) {
      const subjectIds = [...new Set(held.filter((value) => value.subjectKind === subjectKind).map(({ subjectId }) => subjectId))];
      for (const on of new Set(source.dated ? [...days, today] : [today])) if (subjectIds.length > 0) put(source, subjectKind, on, await source.count(context, { subjectKind, subjectIds, on }));
    }
  }
  const day = parsePeriod(today);
  const alone = formulas.some((own) => own.length > 0 && own.every(recordSource));
  const subjects = alone ? await subjectsOf(context, sources, { today, asked, put }) : [];
  return {
    subjects,
    term(name, { subjectKind, subject, period, periodEnd }) {
      const source = sources.find(({ key }) => key === name);
      if (!source) return null;
      const on = periodEnd > today ? today : periodEnd;
      const read = source.dated ? null : parsePeriod(period);
      if (read && !(read.ok && day.ok && containsPeriod(read.value, day.value))) return null;
      const count = counts.get(`${name} ${subjectKind}:${subject.id} ${source.dated ? on : today}`);
      if (count === undefined) return null;
      return { key: name, indicatorId: null, value: String(count), unit: source.unit, counted: source.unit, period: source.dated ? on : today, missing: null, scope: null, vintageTitle: null, observationId: null, operator: '=', basis: null, sourceId: null, vintageId: null };
    },
  };
}

async function subjectsOf(context: Context, sources: readonly IndicatorSource<Context>[], { today, asked, put }: { today: string; asked: ReadAsked; put: (source: IndicatorSource<Context>, kind: string, on: string, found: ReadonlyMap<string, number>) => void }): Promise<ReadValue[]> {
  const found = new Map<ObservedKind, Set<string>>();
  for (const source of sources) {
    for (const subjectKind of observedKinds.filter((kind) => source.subjectKinds.includes(kind) && (asked.subjectKind === undefined || kind === asked.subjectKind))) {
      const counts = await source.count(context, { subjectKind, subjectIds: asked.subjectIds ?? null, on: today });
      put(source, subjectKind, today, counts);
      found.set(subjectKind, new Set([...(found.get(subjectKind) ?? []), ...counts.keys()]));
    }
  }
  const values: ReadValue[] = [];
  for (const [subjectKind, ids] of found) {
    const names = await context.contributions.subjects[subjectKind]?.names?.(context.db, [...ids]);
    for (const id of ids) {
      values.push({
        id: `${subjectKind}:${id}@${today}`, subjectKind, subject: { id, name: names?.get(id) ?? {} }, subjectCode: null, system: null, territoryId: subjectKind === 'territory' ? id : null, period: today, periodEnd: today, operator: '=', value: null, unit: null, missing: null,
        flags: [], scopeNote: null, vintageTitle: null, sourceTitle: null, basis: null, sample: false, observationId: null, derived: null,
      });
    }
  }
  return values;
}
