import { computeDeadline } from '#platform/calendar/calendar.rules.ts';
import type { Step } from '#platform/calendar/deadline.schema.ts';
import type { Context, JobKind } from '#platform/module/module.ts';
import { loadCalendar } from '../store/calendar.store.ts';
import { deadlinesAhead, updateDeadline, type StoredDeadline } from '../store/deadline.store.ts';

const batch = 200;

/** After the days or the time zone changed; many edits in a row lead to one run. */
export function askToRecompute(context: Context): void {
  context.enqueue({ kind: 'calendar.recompute', data: {}, key: 'all' });
}

/** Deadlines that lie ahead follow the calendar; those that have passed stay what they were. */
export const recomputeJob: JobKind = {
  label: { zh: '重新计算期限', en: 'Recompute deadlines' },
  run: async (work) => {
    for (let after: string | null = ''; after !== null; ) {
      const from: string = after;
      after = await work.asSystem((context) => recomputeBatch(context, from));
      work.signal.throwIfAborted();
    }
  },
};

async function recomputeBatch(context: Context, after: string): Promise<string | null> {
  const deadlines = await deadlinesAhead(context.db, context.now, after, batch);
  if (deadlines.length === 0) return null;
  const calendar = await loadCalendar(context.db);
  for (const deadline of deadlines) {
    const computed = computeDeadline(deadline.rule, new Date(deadline.startAt), calendar);
    if (computed.instant === deadline.instant && computed.provisional === deadline.provisional && wordsOf(computed.steps) === wordsOf(deadline.steps)) continue;
    await updateDeadline(context.db, deadline.id, computed, context.now);
    if (computed.instant !== deadline.instant) tellHolders(context, deadline, computed.instant, computed.day);
  }
  return deadlines.at(-1)?.id ?? null;
}

const wordsOf = (steps: readonly Step[]): string => steps.map(({ zh, en }) => `${zh}${en}`).join();

function tellHolders(context: Context, deadline: StoredDeadline, instant: string, day: string): void {
  if (!deadline.holders) return;
  context.notify({
    kind: 'calendar.deadlineMoved',
    subject: { kind: deadline.subjectKind, id: deadline.subjectId },
    href: deadline.href,
    to: deadline.holders,
    ...(deadline.name ? { name: deadline.name } : {}),
    params: { from: deadline.day, to: day },
    due: instant,
    groupKey: `deadline ${deadline.id}`,
  });
}
