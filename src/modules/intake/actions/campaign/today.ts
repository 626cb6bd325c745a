import { readTimeZone } from '#modules/calendar/index.ts';
import { dayOf } from '#platform/calendar/zoned-time.rules.ts';
import type { Context } from '#platform/module/module.ts';

/** The day on the wall of the space. */
export const today = async (context: Pick<Context, 'db' | 'now'>): Promise<string> => dayOf(context.now, await readTimeZone(context.db));
