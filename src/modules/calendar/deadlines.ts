import { computeDeadline } from '#platform/calendar/calendar.rules.ts';
import type { DeadlineRule } from '#platform/calendar/deadline.schema.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { NoticeAddress } from '#platform/notice/notice.ts';
import type { Deadline } from './calendar.schema.ts';
import { loadCalendar } from './store/calendar.store.ts';
import { deleteDeadlines, readDeadlines, upsertDeadline, type StoredDeadline } from './store/deadline.store.ts';

export interface DeadlineInput {
  subject: { kind: string; id: string };
  /** Tells deadlines of one record apart; `due` unless told. */
  key?: string;
  rule: DeadlineRule;
  start: Date;
  /** Page of the record, its name, and who is told when the deadline moves. */
  href: string;
  name?: Name;
  holders?: NoticeAddress;
}

/** Keeps rule and instant together; setting it again takes the place of the one with the same key. */
export async function setDeadline(context: Context, input: DeadlineInput): Promise<Deadline> {
  const computed = computeDeadline(input.rule, input.start, await loadCalendar(context.db));
  const stored = await upsertDeadline(context.db, {
    ...computed,
    id: context.newId(),
    subjectKind: input.subject.kind,
    subjectId: input.subject.id,
    key: input.key ?? 'due',
    rule: input.rule,
    startAt: input.start.toISOString(),
    computedAt: context.now.toISOString(),
    name: input.name ?? null,
    href: input.href,
    holders: input.holders ?? null,
  });
  return shown(stored);
}

export async function getDeadline(context: Context, subject: { kind: string; id: string }, key = 'due'): Promise<Deadline | null> {
  const found = (await readDeadlines(context.db, subject.kind, [subject.id])).find((deadline) => deadline.key === key);
  return found ? shown(found) : null;
}

/** For lists: all deadlines of these records, the nearest first. */
export async function getDeadlines(context: Context, kind: string, ids: readonly string[]): Promise<Deadline[]> {
  return (await readDeadlines(context.db, kind, ids)).map(shown);
}

/** Once it is kept or no longer matters; without a key, all of the record. */
export function removeDeadline(context: Context, subject: { kind: string; id: string }, key: string | null = null): Promise<void> {
  return deleteDeadlines(context.db, subject.kind, subject.id, key);
}

function shown({ name: _name, href: _href, holders: _holders, ...deadline }: StoredDeadline): Deadline {
  return deadline;
}
