import { sql } from 'kysely';
import { defaultTimeZone } from '#platform/calendar/zoned-time.rules.ts';
import type { Context } from '#platform/module/module.ts';

/** The zone whose clocks quiet hours and daily messages follow. */
export async function zoneOf(context: Context): Promise<string> {
  const { rows } = await sql<{ time_zone: string }>`select time_zone from space where id = ${context.spaceId}`.execute(context.db);
  return rows[0]?.time_zone ?? defaultTimeZone;
}

/** Working days gone by since a deadline. */
export async function workingDaysSince(context: Context, due: string): Promise<number> {
  return Math.floor((context.now.getTime() - Date.parse(due)) / 86_400_000);
}
