import type { Observation } from '../../words/observation.schema.ts';

/** A period of one subject: the value that is shown, and all that are held, the shown one first. */
export interface PeriodRow {
  period: string;
  shown: Observation;
  all: Observation[];
}

/** Newest period first. */
export function periodsOf(observations: readonly Observation[]): PeriodRow[] {
  const groups = new Map<string, Observation[]>();
  for (const one of observations) groups.set(one.period, [...(groups.get(one.period) ?? []), one]);
  return [...groups]
    .map(([period, all]) => ({ period, all: all.toSorted((a, b) => Number(b.shown !== 'other') - Number(a.shown !== 'other')) }))
    .flatMap(({ period, all }) => (all[0] ? [{ period, all, shown: all[0] }] : []))
    .toSorted((a, b) => b.shown.periodEnd.localeCompare(a.shown.periodEnd) || b.period.localeCompare(a.period));
}

/** Releases that appear, the newest first; `''` is for values without one. */
export function vintagesOf(observations: readonly Observation[]): { id: string; title: string | null }[] {
  const found = new Map<string, { id: string; title: string | null; releasedOn: string }>();
  for (const { vintage } of observations) found.set(vintage?.id ?? '', { id: vintage?.id ?? '', title: vintage?.title ?? null, releasedOn: vintage?.releasedOn ?? '' });
  return [...found.values()].toSorted((a, b) => b.releasedOn.localeCompare(a.releasedOn) || (a.title ?? '').localeCompare(b.title ?? '')).map(({ id, title }) => ({ id, title }));
}
