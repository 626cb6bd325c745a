import { sql } from 'kysely';
import type { SpecialDay, WorkingCalendar } from '#platform/calendar/calendar-day.rules.ts';
import { knownYears, packageSource } from '#platform/calendar/known-days.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { CalendarDay, CalendarYear, ImportedDay } from '../calendar.schema.ts';

interface YearRow {
  year: number;
  announced: boolean;
  source: string;
  version: number;
}

export async function readTimeZone(db: SpaceDb): Promise<string> {
  const { rows } = await sql<{ time_zone: string }>`select time_zone from space where id = current_space()`.execute(db);
  return rows[0]?.time_zone ?? 'UTC';
}

export async function writeTimeZone(db: SpaceDb, timeZone: string): Promise<void> {
  await sql`update space set time_zone = ${timeZone} where id = current_space()`.execute(db);
}

/** A year nobody touched in this space shows what the package knows of it. */
function packagedYear(year: number): CalendarYear {
  const days = knownYears().get(year);
  return { year, announced: days !== undefined, source: packageSource, days: (days ?? []).map((day) => ({ ...day, source: packageSource })), version: 0 };
}

async function readYearRows(db: SpaceDb): Promise<YearRow[]> {
  return (await sql<YearRow>`select year, announced, source, version from calendar_year where space_id = current_space() order by year`.execute(db)).rows;
}

async function readDays(db: SpaceDb, from: string, to: string): Promise<CalendarDay[]> {
  return (await sql<CalendarDay>`select day, kind, name, source from calendar_day where space_id = current_space() and day between ${from} and ${to} order by day`.execute(db)).rows;
}

export async function readYear(db: SpaceDb, year: number): Promise<CalendarYear> {
  const { rows } = await sql<YearRow>`select year, announced, source, version from calendar_year where space_id = current_space() and year = ${year}`.execute(db);
  return rows[0] ? { ...rows[0], days: await readDays(db, `${year}-01-01`, `${year}-12-31`) } : packagedYear(year);
}

export async function readYears(db: SpaceDb, from: number, to: number): Promise<CalendarYear[]> {
  const rows = await readYearRows(db);
  const days = await readDays(db, `${Math.min(from, rows[0]?.year ?? from)}-01-01`, '9999-12-31');
  const own = rows.map((row) => ({ ...row, days: days.filter(({ day }) => day.startsWith(`${row.year}-`)) }));
  const wanted = new Set([...own.map(({ year }) => year), ...[...knownYears().keys()].filter((year) => year >= from)]);
  for (let year = from; year <= to; year += 1) wanted.add(year);
  return [...wanted].sort((a, b) => a - b).map((year) => own.find((each) => each.year === year) ?? packagedYear(year));
}

/** Everything that counting days needs. */
export async function loadCalendar(db: SpaceDb): Promise<WorkingCalendar> {
  const timeZone = await readTimeZone(db);
  const years = await readYears(db, Math.min(...knownYears().keys()), 0);
  const days = new Map<string, SpecialDay>(years.flatMap((year) => year.days.map(({ day, kind, name }) => [day, { kind, name }] as const)));
  return { timeZone, days, announcedYears: new Set(years.filter(({ announced }) => announced).map(({ year }) => year)) };
}

/** Opens a year for an edit of the version that was seen: false when it is another one by now. */
export async function openYear(db: SpaceDb, year: number, version: number, now: Date): Promise<boolean> {
  if (version === 0) {
    const { days, announced, source } = packagedYear(year);
    const made = await sql`insert into calendar_year (space_id, year, announced, source, version, updated_at) values (current_space(), ${year}, ${announced}, ${source}, 1, ${now}) on conflict do nothing`.execute(db);
    if ((made.numAffectedRows ?? 0n) === 0n) return false;
    await insertDays(db, days, packageSource);
    return true;
  }
  const moved = await sql`update calendar_year set version = version + 1, updated_at = ${now} where space_id = current_space() and year = ${year} and version = ${version}`.execute(db);
  return (moved.numAffectedRows ?? 0n) > 0n;
}

export async function setAnnounced(db: SpaceDb, year: number, announced: boolean, source: string | undefined): Promise<void> {
  await sql`update calendar_year set announced = ${announced}, source = coalesce(${source ?? null}, source) where space_id = current_space() and year = ${year}`.execute(db);
}

export async function clearDays(db: SpaceDb, year: number): Promise<void> {
  await sql`delete from calendar_day where space_id = current_space() and day between ${`${year}-01-01`} and ${`${year}-12-31`}`.execute(db);
}

export async function insertDays(db: SpaceDb, days: readonly ImportedDay[], source: string): Promise<void> {
  if (days.length === 0) return;
  const rows = JSON.stringify(days.map(({ day, kind, name }) => ({ day, kind, name })));
  await sql`insert into calendar_day (space_id, day, kind, name, source)
    select current_space(), day, kind, name, ${source} from jsonb_to_recordset(${rows}::jsonb) as given (day date, kind text, name jsonb)`.execute(db);
}

export async function upsertDay(db: SpaceDb, day: ImportedDay, source: string): Promise<void> {
  await sql`insert into calendar_day (space_id, day, kind, name, source) values (current_space(), ${day.day}, ${day.kind}, ${JSON.stringify(day.name)}::jsonb, ${source})
    on conflict (space_id, day) do update set kind = excluded.kind, name = excluded.name, source = excluded.source`.execute(db);
}

export async function deleteDay(db: SpaceDb, day: string): Promise<void> {
  await sql`delete from calendar_day where space_id = current_space() and day = ${day}`.execute(db);
}
