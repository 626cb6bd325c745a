import { dismissReporter } from '#modules/identity/index.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { revokeLinks } from '../../store/reporter-link.store.ts';
import { changeContacts, contactFacts, findContacts } from '../../store/reporter.store.ts';
import type * as routes from '../../words/reporter.contract.ts';
import { addContact, contactView, viewOf } from './contact.ts';
import { linkContacts } from './make-links.ts';

/** Whoever left loses the firm at once, also where they are signed in; whoever comes next gets a link. */
export const handOver: Action<typeof routes.handOver> = async (context, { params, body }) => {
  const [leaving] = await findContacts(context, [params.contactId], { lock: true });
  if (!leaving) return fail('notFound');
  if (leaving.state === 'left' || leaving.state === 'wrongPerson') return fail('contactGone');
  const added = body.successor ? await addContact(context, { organisationId: leaving.organisationId, ...body.successor }) : null;
  if (added && !added.ok) return added;
  await revokeLinks(context, [leaving.id]);
  await changeContacts(context, [leaving.id], { state: 'left' });
  if (leaving.personId) await dismissReporter(context, leaving.personId, leaving.organisationId);
  context.audit({ event: 'reporterContact.left', subject: { kind: 'reporterContact', id: leaving.id }, name: leaving.organisation });
  const [next] = added ? await findContacts(context, [added.value]) : [];
  const linked = next ? await linkContacts(context, [next], { campaignId: null, via: 'channels' }) : null;
  const facts = (await contactFacts(context.db, [leaving.id])).get(leaving.id);
  if (facts) context.notify({ kind: 'intake.reporterLeft', subject: { kind: 'reporterContact', id: leaving.id }, href: `/reporter-contacts?organisation=${leaving.organisationId}`, to: { permission: 'reporter.invite', facts }, name: leaving.organisation });
  const [contact, successor] = [await viewOf(context, leaving.id), next ? (await findContacts(context, [next.id])).map(contactView)[0] : null];
  return contact.ok ? ok({ contact: contact.value, successor: successor ?? null, outcome: linked?.ok ? linked.value : null }) : contact;
};
