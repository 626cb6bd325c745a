import { deputiesNow, holderOf, superiorsOf, type Contact } from '#modules/identity/index.ts';
import type { Context } from '#platform/module/module.ts';
import { isLocked } from '../notice.rules.ts';
import type { Posted } from '../store/outbox-store.ts';

export interface Reader {
  contact: Contact;
  /** Set when somebody hears of it only because they stand in for this person. */
  inPlaceOf: Contact | null;
}

/** Who is meant, as things stand now; duties and deadlines also reach whoever stands in for them. */
export async function resolveAddress(context: Context, posted: Posted, everybody: readonly Contact[]): Promise<Reader[]> {
  const meant = await meantBy(context, posted, everybody);
  const readers = new Map<string, Reader>(meant.map((contact) => [contact.personId, { contact, inPlaceOf: null }]));
  if (isLocked(context.noticeKinds[posted.kind], posted.due_at)) {
    const deputies = await deputiesNow(context.db, context.now);
    for (const holder of meant) {
      for (const contact of everybody.filter(({ personId }) => deputies.get(holder.personId)?.includes(personId) && !readers.has(personId))) readers.set(contact.personId, { contact, inPlaceOf: holder });
    }
  }
  return [...readers.values()];
}

/** A post means its holder of this moment; a permission everyone it is given to, except the one whose doing it is. */
async function meantBy(context: Context, posted: Posted, everybody: readonly Contact[]): Promise<Contact[]> {
  const { address } = posted;
  if ('people' in address) return everybody.filter((contact) => address.people.includes(contact.personId));
  if ('post' in address) {
    const holder = await holderOf(context, address.post, context.now);
    return everybody.filter((contact) => contact.personId === holder);
  }
  return everybody.filter((contact) => contact.personId !== posted.by_person_id && context.wouldAllow(contact.mandates, address.permission, address.facts));
}

/** Who hears of what somebody left undone: their superiors, or those who run the space where there are none. */
export async function superiorsOfPerson(context: Context, personId: string, everybody: readonly Contact[]): Promise<string[]> {
  const superiors = await superiorsOf(context, personId, context.now);
  if (superiors.length > 0) return superiors;
  const space = { visibility: 'internal' as const, territories: [], clusters: [], organisations: [] };
  return everybody.filter((contact) => contact.personId !== personId && context.wouldAllow(contact.mandates, 'noticePolicy.update', space)).map((contact) => contact.personId);
}
