import { yearOf } from '#platform/calendar/calendar-day.rules.ts';
import { knownYears, packageSource } from '#platform/calendar/known-days.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { fillYear, putDay, putTimeZone, putYear, removeDay } from '../calendar.contract.ts';
import { checkDays } from '../calendar.rules.ts';
import { yearNumber, type CalendarYear } from '../calendar.schema.ts';
import { clearDays, deleteDay, insertDays, openYear, readTimeZone, readYear, setAnnounced, upsertDay, writeTimeZone } from '../store/calendar.store.ts';
import { askToRecompute } from './recompute.ts';

/** One edit of a year: its version is checked, the change is audited, and deadlines follow. */
async function editYear(context: Context, year: number, version: number | null, event: string, write: () => Promise<void>): Promise<Result<CalendarYear>> {
  const before = await readYear(context.db, year);
  if (version === null || !(await openYear(context.db, year, version, context.now))) return fail('changedMeanwhile');
  await write();
  const after = await readYear(context.db, year);
  context.audit({ event, subject: { kind: 'calendar', id: String(year) }, name: { zh: `${year} 年`, en: String(year) }, changes: changesOf(before, after) });
  askToRecompute(context);
  return ok(after);
}

function changesOf(before: CalendarYear, after: CalendarYear): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {};
  if (before.announced !== after.announced) changes['announced'] = [before.announced, after.announced];
  const shown = (year: CalendarYear): string => year.days.map(({ day, kind, name }) => `${day} ${kind} ${name.zh ?? name.en ?? ''}`).join('; ');
  const [old, now] = [new Set(shown(before).split('; ')), new Set(shown(after).split('; ')) ];
  const gone = [...old].filter((line) => line && !now.has(line));
  const come = [...now].filter((line) => line && !old.has(line));
  if (gone.length + come.length > 0) changes['days'] = [gone.join('; '), come.join('; ')];
  return changes;
}

export const putYearAction: Action<typeof putYear> = async (context, { params: { year }, body, ifMatch }) => {
  const fault = body.days ? checkDays(year, body.days) : null;
  if (fault) return fail(fault);
  return editYear(context, year, ifMatch, 'calendar.yearChanged', async () => {
    if (body.days) {
      await clearDays(context.db, year);
      await insertDays(context.db, body.days, body.source ?? context.actor.name);
    }
    await setAnnounced(context.db, year, body.announced, body.source);
  });
};

export const fillYearAction: Action<typeof fillYear> = async (context, { params: { year }, ifMatch }) => {
  const days = knownYears().get(year);
  if (!days) return fail('yearUnknown');
  return editYear(context, year, ifMatch, 'calendar.yearFilled', async () => {
    await clearDays(context.db, year);
    await insertDays(context.db, days, packageSource);
    await setAnnounced(context.db, year, true, packageSource);
  });
};

export const putDayAction: Action<typeof putDay> = async (context, { params: { day }, body, ifMatch }) => {
  if (!yearNumber.safeParse(yearOf(day)).success) return fail('yearOutside');
  return editYear(context, yearOf(day), ifMatch, 'calendar.dayChanged', () => upsertDay(context.db, { day, ...body }, context.actor.name));
};

export const removeDayAction: Action<typeof removeDay> = async (context, { params: { day }, ifMatch }) => {
  if (!yearNumber.safeParse(yearOf(day)).success) return fail('yearOutside');
  return editYear(context, yearOf(day), ifMatch, 'calendar.dayRemoved', () => deleteDay(context.db, day));
};

export const putTimeZoneAction: Action<typeof putTimeZone> = async (context, { body }) => {
  const before = await readTimeZone(context.db);
  if (before !== body.timeZone) {
    await writeTimeZone(context.db, body.timeZone);
    context.audit({ event: 'calendar.timeZoneChanged', subject: { kind: 'calendar', id: 'timeZone' }, changes: { timeZone: [before, body.timeZone] } });
    askToRecompute(context);
  }
  return ok(body);
};
