import { directWays } from '#modules/notice/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { contactsHeld, countContacts, findContacts, insertContacts, listContactRows, type NewContact, type StoredContact } from '../../store/reporter.store.ts';
import type * as routes from '../../words/reporter.contract.ts';
import { contactStates, type ReporterContact } from '../../words/reporter.schema.ts';

export const contactView = ({ personId: _person, provedWay: _way, ...contact }: StoredContact): ReporterContact => contact;

export const list: Action<typeof routes.listContacts> = async (context, { query }) => {
  const page = await listContactRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const tally: Action<typeof routes.tallyContacts> = async (context) => {
  const counts = await countContacts(context);
  const ways = new Set(await directWays(context));
  return ok({ counts: Object.fromEntries(contactStates.map((state) => [state, counts.get(state) ?? 0])) as Record<(typeof contactStates)[number], number>, ways: (['sms', 'mail'] as const).filter((way) => ways.has(way)) });
};

export async function viewOf(context: Context, id: string): Promise<Result<ReporterContact>> {
  const [found] = await findContacts(context, [id]);
  return found ? ok(contactView(found)) : fail('notFound');
}

export const get: Action<typeof routes.getContact> = (context, { params }) => viewOf(context, params.contactId);

/** One contact by hand; answers its id. */
export async function addContact(context: Context, contact: NewContact): Promise<Result<string>> {
  const held = await contactsHeld(context.db, [contact.organisationId]);
  if ([contact.phone, contact.mail].some((address) => address !== null && held.has(`${contact.organisationId} ${address}`))) return fail('contactKnown');
  const [id = ''] = await insertContacts(context, [contact], null);
  context.audit({ event: 'reporterContact.created', subject: { kind: 'reporterContact', id } });
  return ok(id);
}

export const create: Action<typeof routes.createContact> = async (context, { body }) => {
  const added = await addContact(context, body);
  return added.ok ? viewOf(context, added.value) : added;
};
