import { sendDirectly, directWays, type DirectLetter } from '#modules/notice/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findCampaign } from '../../store/campaign.store.ts';
import { insertLinks, revokeLinks } from '../../store/reporter-link.store.ts';
import { changeContacts, contactsToInvite, findContacts, type StoredContact } from '../../store/reporter.store.ts';
import type * as routes from '../../words/reporter.contract.ts';
import { linkDays } from '../../words/reporter.rules.ts';
import { viewOf } from './contact.ts';
import { addressOf, hashOf, secretOf } from './link-secret.ts';

export interface LinksMade {
  sheetId: string;
  made: number;
  sent: number;
  unsent: number;
}

/** One new link a contact; whatever link they had before opens nothing any more. */
export async function linkContacts(context: Context, contacts: readonly StoredContact[], how: { campaignId: string | null; via: 'channels' | 'letters' }): Promise<Result<LinksMade>> {
  const { publicUrl } = context.installation;
  if (publicUrl === null) return fail('noPublicAddress');
  const expiresAt = new Date(context.now.getTime() + linkDays * 86_400_000);
  const sheetId = context.newId();
  const ways = new Set(how.via === 'channels' ? await directWays(context) : []);
  const links = contacts.map((contact) => {
    const id = context.newId();
    const sentWay = contact.phone !== null && ways.has('sms') ? ('sms' as const) : contact.mail !== null && ways.has('mail') ? ('mail' as const) : null;
    return { id, contactId: contact.id, contact, secret: secretOf(context, id), sentWay };
  });
  await revokeLinks(context, contacts.map(({ id }) => id));
  await insertLinks(context, links.map(({ id, contactId, secret, sentWay }) => ({ id, contactId, tokenHash: hashOf(secret), sentWay })), { sheetId, campaignId: how.campaignId, expiresAt });
  await changeContacts(context, contacts.map(({ id }) => id), { state: 'invited' });
  const language = context.language;
  const text = context.installation.texts(language)('intake.reporter.message', { days: linkDays });
  const letters: Record<'sms' | 'mail', DirectLetter[]> = { sms: [], mail: [] };
  for (const { contact, secret, sentWay } of links) {
    const to = sentWay === 'sms' ? contact.phone : contact.mail;
    if (sentWay && to) letters[sentWay].push({ to, text, link: addressOf(publicUrl, secret), language });
  }
  for (const way of ['sms', 'mail'] as const) if (letters[way].length > 0) await sendDirectly(context, way, letters[way], expiresAt);
  const sent = letters.sms.length + letters.mail.length;
  for (const { contactId } of links.slice(0, 200)) context.audit({ event: 'reporterContact.invited', subject: { kind: 'reporterContact', id: contactId } });
  return ok({ sheetId, made: links.length, sent, unsent: links.length - sent });
}

export const make: Action<typeof routes.makeLinks> = async (context, { body }) => {
  const campaign = body.campaignId === null ? null : await findCampaign(context, body.campaignId);
  const contacts = body.campaignId !== null && !campaign ? [] : await contactsToInvite(context, { contactIds: body.contactIds, campaignId: body.campaignId, withoutReporter: body.who === 'withoutReporter' });
  if (contacts.length === 0) return fail('nobodyToInvite');
  return linkContacts(context, contacts, { campaignId: body.campaignId, via: body.via });
};

export const revoke: Action<typeof routes.revokeLink> = async (context, { params }) => {
  const [contact] = await findContacts(context, [params.contactId], { lock: true });
  if (!contact) return fail('notFound');
  await revokeLinks(context, [contact.id]);
  if (contact.state === 'invited') await changeContacts(context, [contact.id], { state: 'new' });
  context.audit({ event: 'reporterContact.linkRevoked', subject: { kind: 'reporterContact', id: contact.id } });
  return viewOf(context, contact.id);
};
