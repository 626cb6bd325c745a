const two = (part: number): string => String(part).padStart(2, '0');

/** The calendar day of an instant where the reader is. A plain date stays what it is. */
export function localDay(iso: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso;
  const at = new Date(iso);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

export function localTime(iso: string): string {
  const at = new Date(iso);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** Whole days from today; negative when the day has passed. */
export function daysUntil(iso: string, now: Date = new Date()): number {
  return dayNumber(localDay(iso)) - dayNumber(localDay(now.toISOString()));
}

export type DayGroup = 'today' | 'yesterday' | 'earlier';

export function dayGroup(iso: string, now: Date = new Date()): DayGroup {
  const days = daysUntil(iso, now);
  return days >= 0 ? 'today' : days === -1 ? 'yesterday' : 'earlier';
}
