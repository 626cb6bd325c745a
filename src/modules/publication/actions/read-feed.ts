import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { entriesBefore, type AuditEntry, type EntryFilter } from '../feed.store.ts';
import type { listFeed } from '../publication.contract.ts';
import type { FeedEvent } from '../publication.schema.ts';

const batch = 200;
/** Entries looked through for one answer; a reader of few records gets a short page and a cursor to go on. */
const mostBatches = 10;

export interface FeedPage {
  items: FeedEvent[];
  nextCursor: string | null;
}

/** What changed on records this reader may see today. Kinds that no room loads are nobody's news. */
export async function readFeed(context: Context, limit: number, before: string | null, filter: EntryFilter = {}): Promise<FeedPage> {
  const kinds = Object.keys(context.contributions.subjects);
  const items: FeedEvent[] = [];
  let at = before;
  for (let turn = 0; turn < mostBatches; turn += 1) {
    const entries = await entriesBefore(context.db, at, kinds, filter, batch);
    const visible = await visibleOf(context, entries);
    for (const entry of entries) {
      at = entry.seq;
      if (visible.has(entry.id)) items.push(toEvent(entry));
      if (items.length === limit) return { items, nextCursor: cursorOf(at) };
    }
    if (entries.length < batch) return { items, nextCursor: null };
  }
  return { items, nextCursor: at === null ? null : cursorOf(at) };
}

async function visibleOf(context: Context, entries: readonly AuditEntry[]): Promise<Set<string>> {
  const facts = new Map<string, Map<string, ScopeFacts>>();
  for (const kind of new Set(entries.map((entry) => entry.subjectKind))) {
    const ids = [...new Set(entries.filter((entry) => entry.subjectKind === kind).map((entry) => entry.subjectId))];
    facts.set(kind, (await context.contributions.subjects[kind]?.byIds(context.db, ids)) ?? new Map());
  }
  const mayRead = (entry: AuditEntry) => {
    const row = facts.get(entry.subjectKind)?.get(entry.subjectId);
    return row !== undefined && context.allows(context.contributions.subjects[entry.subjectKind]?.readPermission ?? '', row);
  };
  return new Set(entries.filter(mayRead).map((entry) => entry.id));
}

function toEvent(entry: AuditEntry): FeedEvent {
  const changes = Object.entries(entry.changes ?? {}).map(([field, [old, next]]) => ({ field, old, new: next }));
  return { id: entry.id, at: entry.at, event: entry.event, actor: entry.actor, actorFor: entry.actorFor, subject: { kind: entry.subjectKind, id: entry.subjectId, name: entry.subjectName }, changes };
}

const cursorOf = (seq: string): string => Buffer.from(`feed:${seq}`).toString('base64url');

function seqOf(cursor: string): string | null {
  return /^feed:(\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1] ?? null;
}

export const feed: Action<typeof listFeed> = async (context, { query }) => {
  const before = query.cursor === undefined ? null : seqOf(query.cursor);
  if (query.cursor !== undefined && before === null) return fail('invalidCursor');
  return ok(await readFeed(context, query.limit, before, query));
};
