import { v7 as newId } from 'uuid';
import { defaultTimeZone } from '#platform/calendar/zoned-time.rules.ts';
import type { JobKind } from '#platform/module/module.ts';
import { lastDue, readCron, type Cron } from './cron.rules.ts';
import type { Queue } from './pg-queue.ts';
import type { RunParts } from './run-job.ts';
import { claimDue, spaceClocks, type SpaceClock } from './schedule.store.ts';

type Parts = Pick<RunParts, 'kinds' | 'clock' | 'inSpace'> & { queue: Queue };

/**
 * Sends what became due since the last look. Only the newest due time counts: after a week without power a daily job
 * runs once. A schedule that was never due begins when the product was opened or its space was made.
 */
export function makeScheduler(parts: Parts): () => Promise<number> {
  const openedAt = parts.clock.now();
  const schedules = Object.entries(parts.kinds).flatMap(([kind, { schedule }]) => (schedule ? [{ kind, cron: readCron(schedule.cron), per: schedule.per }] : []));
  return async () => {
    if (schedules.length === 0) return 0;
    const now = parts.clock.now();
    const spaces = await parts.inSpace(null, spaceClocks);
    let sent = 0;
    for (const { kind, cron, per } of schedules) {
      const whole: SpaceClock = { id: '', timeZone: defaultTimeZone, createdAt: openedAt };
      for (const place of per === 'space' ? spaces : [whole]) if (await sendDue(parts, kind, cron, place, now, openedAt)) sent += 1;
    }
    return sent;
  };
}

async function sendDue(parts: Parts, kind: string, cron: Cron, place: SpaceClock, now: Date, openedAt: Date): Promise<boolean> {
  const due = lastDue(cron, now, place.timeZone);
  if (due === null) return false;
  const spaceId = place.id === '' ? null : place.id;
  const since = place.createdAt.getTime() > openedAt.getTime() ? place.createdAt : openedAt;
  return parts.inSpace(spaceId, async (db) => {
    if (!(await claimDue(db, kind, spaceId, due, since))) return false;
    return parts.queue.sendScheduled(db, { id: newId(), kind, data: {}, spaceId, personId: null, key: 'schedule' });
  });
}

export function scheduledKinds(kinds: Readonly<Record<string, JobKind>>): string[] {
  return Object.keys(kinds).filter((kind) => kinds[kind]?.schedule !== undefined);
}
