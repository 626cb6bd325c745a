import { peopleInForce, type PersonInForce } from '#modules/identity/index.ts';
import type { Context } from '#platform/module/module.ts';
import { writersOfThread } from '../../store/comment.store.ts';
import type { RecordRef } from '../../store/file.store.ts';
import { nameOfRecord } from '../standing.ts';

/** People who may read the record, and so may hear of it. */
export async function peopleWhoRead(context: Context, { kind, id }: RecordRef, ids: readonly string[] | null = null): Promise<PersonInForce[]> {
  const loader = context.contributions.subjects[kind];
  const facts = await loader?.byId(context.db, id);
  if (!loader || !facts) return [];
  return (await peopleInForce(context, ids)).filter((person) => context.wouldAllow(person.mandates, loader.readPermission, facts));
}

/** Mentioned people by name, those who took part as one line for the whole thread; never whoever may not read the record any more. */
export async function tellPeople(context: Context, record: RecordRef, comment: { id: string; threadId: string; mentions: readonly string[]; alreadyMentioned?: readonly string[] }): Promise<void> {
  const own = context.actor.personId;
  const mentioned = comment.mentions.filter((id) => id !== own && !comment.alreadyMentioned?.includes(id));
  const tookPart = comment.alreadyMentioned ? [] : (await writersOfThread(context.db, comment.threadId)).filter((id) => id !== own && !mentioned.includes(id));
  if (mentioned.length + tookPart.length === 0) return;
  const readers = new Set((await peopleWhoRead(context, record, [...mentioned, ...tookPart])).map((person) => person.id));
  const name = await nameOfRecord(context, record);
  const page = context.contributions.subjects[record.kind]?.page?.(record.id) ?? '/';
  const notice = { subject: record, href: `${page}?tab=comments#comment-${comment.id}`, ...(name ? { name } : {}) };
  const still = (ids: readonly string[]): string[] => ids.filter((id) => readers.has(id));
  if (still(mentioned).length > 0) context.notify({ ...notice, kind: 'record.mentioned', to: { people: still(mentioned) } });
  if (still(tookPart).length > 0) context.notify({ ...notice, kind: 'record.commented', to: { people: still(tookPart) }, groupKey: `comment ${comment.threadId}` });
}
