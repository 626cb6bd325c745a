import { sql } from 'kysely';
import { defaultTimeZone } from '#platform/calendar/zoned-time.rules.ts';
import type { SpaceDb } from '#platform/module/module.ts';

/** Where the days and hours of this space are told. */
export async function spaceTimeZone(db: SpaceDb): Promise<string> {
  const { rows } = await sql<{ time_zone: string }>`select time_zone from space where id = current_space()`.execute(db);
  return rows[0]?.time_zone ?? defaultTimeZone;
}
