import { yearOf } from '#platform/calendar/calendar-day.rules.ts';
import { knownYears, packageSource } from '#platform/calendar/known-days.ts';
import { dayOf } from '#platform/calendar/zoned-time.rules.ts';
import type { Context, JobKind } from '#platform/module/module.ts';
import { yearsBack } from '../calendar.rules.ts';
import { insertDays, openYear, readTimeZone, readYear, setAnnounced } from '../store/calendar.store.ts';
import { askToRecompute } from './recompute.ts';

/** Writes the packaged years that this space does not have; what people entered stays. True when there was one. */
export async function fillYears(context: Context): Promise<boolean> {
  const first = yearOf(dayOf(context.now, await readTimeZone(context.db))) - yearsBack;
  let isFilled = false;
  for (const [year, days] of knownYears()) {
    if (year < first) continue;
    const now = await readYear(context.db, year);
    if (now.version === 0) isFilled = (await openYear(context.db, year, 0, context.now)) || isFilled;
    else if (!now.announced && now.days.length === 0 && (await openYear(context.db, year, now.version, context.now))) {
      await insertDays(context.db, days, packageSource);
      await setAnnounced(context.db, year, true, packageSource);
      isFilled = true;
    }
  }
  return isFilled;
}

/** A new release may bring a year that was not announced before. */
export const fillYearsJob: JobKind = {
  label: { zh: '补齐节假日安排', en: 'Fill in announced holidays' },
  schedule: { cron: '10 3 * * *', per: 'space' },
  run: async (work) => {
    await work.asSystem(async (context) => {
      if (await fillYears(context)) askToRecompute(context);
    });
  },
};
