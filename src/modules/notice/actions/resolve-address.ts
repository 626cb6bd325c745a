import type { Contact } from '#modules/identity/index.ts';
import type { Context } from '#platform/module/module.ts';
import type { Posted } from '../store/outbox-store.ts';

/** Who is meant, as things stand now. A permission means everyone it is given to, except the one whose doing it is. */
export async function resolveAddress(context: Context, posted: Posted, everybody: readonly Contact[]): Promise<Contact[]> {
  const { address } = posted;
  if ('people' in address) return everybody.filter((contact) => address.people.includes(contact.personId));
  if ('post' in address) return [];
  return everybody.filter((contact) => contact.personId !== posted.by_person_id && context.wouldAllow(contact.mandates, address.permission, address.facts));
}

/** Who hears of what somebody left undone: their superiors, or those who run the space where there are none. */
export async function superiorsOfPerson(context: Context, personId: string, everybody: readonly Contact[]): Promise<string[]> {
  const space = { visibility: 'internal' as const, territories: [], clusters: [], organisations: [] };
  return everybody.filter((contact) => contact.personId !== personId && context.wouldAllow(contact.mandates, 'noticePolicy.update', space)).map((contact) => contact.personId);
}
