import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { ListSummary, Programme } from '../../words/list.schema.ts';

export const listPath = (id: string): string => `/lists/${id}`;
export const programmePath = (id: string): string => `/programmes/${id}`;

/** The day of issue where it is known, else the month or year. */
export function useIssued(): (list: Pick<ListSummary, 'issuedOn' | 'issuedPeriod'>) => string | null {
  const format = useFormat();
  return ({ issuedOn, issuedPeriod }) => (issuedOn ? format.date(issuedOn) : issuedPeriod ? format.period(issuedPeriod) : null);
}

/** `2006–2012`, `2006 起`, or nothing where neither year is known. */
export function useYears(): (programme: Pick<Programme, 'startedYear' | 'endedYear'>) => string | null {
  const text = useText();
  return ({ startedYear, endedYear }) => {
    if (startedYear === null) return endedYear === null ? null : text('registry.programme.until', { year: String(endedYear) });
    return endedYear === null ? text('registry.programme.since', { year: String(startedYear) }) : `${startedYear}–${endedYear}`;
  };
}

export function useProgrammePlace(): (programme: Pick<Programme, 'countryRef' | 'region'>) => string {
  const name = useName();
  return ({ countryRef, region }) => [name(countryRef?.name), region].filter(Boolean).join(' · ');
}
