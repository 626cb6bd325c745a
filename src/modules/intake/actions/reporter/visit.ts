import { randomInt } from 'node:crypto';
import { directWays, sendDirectly } from '#modules/notice/index.ts';
import { anonymous } from '#platform/auth/actor.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { closeLink, findOpenLink, noteCode, openReportsOf, revokeLinks, spaceName, type StoredLink } from '../../store/reporter-link.store.ts';
import { changeContacts, contactFacts, findContacts, type StoredContact } from '../../store/reporter.store.ts';
import type * as routes from '../../words/reporter.contract.ts';
import { canSendCode, codeMinutes, codeRestSeconds, maskMail, maskPhone } from '../../words/reporter.rules.ts';
import type { CodeWay } from '../../words/reporter.schema.ts';
import { codeHashOf, enterSpaceOf, hashOf } from './link-secret.ts';

export interface Opened {
  link: StoredLink;
  contact: StoredContact;
}

/** The link behind a secret and whose it is; null for every kind of dead one alike. */
export async function openLinkOf(context: Context, secret: string): Promise<Opened | null> {
  if (!(await enterSpaceOf(context, secret))) return null;
  const link = await findOpenLink(context, hashOf(secret));
  const [contact] = link ? await findContacts(context, [link.contactId], { lock: true }) : [];
  return link && contact && contact.state !== 'wrongPerson' && contact.state !== 'left' ? { link, contact } : null;
}

export const addressOn = (contact: Pick<StoredContact, 'phone' | 'mail'>, way: CodeWay): string | null => (way === 'sms' ? contact.phone : contact.mail);

export const open: Action<typeof routes.openVisit> = async (context, { body }) => {
  const opened = await openLinkOf(context, body.token);
  if (!opened) return fail('linkDead');
  const { contact } = opened;
  const active = new Set(await directWays(context));
  const ways = (['sms', 'mail'] as const).flatMap((way) => {
    const address = active.has(way) ? addressOn(contact, way) : null;
    return address === null ? [] : [{ way, hint: way === 'sms' ? maskPhone(address) : maskMail(address) }];
  });
  const reports = (await openReportsOf(context.db, contact.organisationId)).slice(0, 5);
  return ok({ askedBy: await spaceName(context.db, context.spaceId), organisation: contact.organisation, personName: contact.name, reports: reports.map(({ id: _id, ...report }) => report), ways });
};

export const sendCode: Action<typeof routes.sendCode> = async (context, { body }) => {
  const opened = await openLinkOf(context, body.token);
  if (!opened) return fail('linkDead');
  const { link, contact } = opened;
  const may = canSendCode(link, context.now);
  if (!may.allowed) return fail(may.reason);
  const to = addressOn(contact, body.way);
  const until = new Date(context.now.getTime() + codeMinutes * 60_000);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const text = context.installation.texts(context.language)('intake.reporter.codeMessage', { code, minutes: codeMinutes });
  if (to === null || !(await sendDirectly(context, body.way, [{ to, text, link: null, language: context.language }], until))) return fail('wayClosed');
  await noteCode(context, link.id, { hash: codeHashOf(context, link.id, code), way: body.way });
  return ok({ until: until.toISOString(), again: new Date(context.now.getTime() + codeRestSeconds * 1000).toISOString() });
};

/** The contact is struck out, the link is over, and the office hears that it needs another name. */
export const decline: Action<typeof routes.declineVisit> = async (context, { body }) => {
  const opened = await openLinkOf(context, body.token);
  if (!opened) return fail('linkDead');
  const { link, contact } = opened;
  await closeLink(context, link.id);
  await revokeLinks(context, [contact.id]);
  await changeContacts(context, [contact.id], { state: 'wrongPerson', note: [body.why, body.note].filter(Boolean).join(': ') });
  context.actor = { ...anonymous, spaceId: context.spaceId, name: contact.name };
  context.audit({ event: 'reporterContact.declined', subject: { kind: 'reporterContact', id: contact.id }, name: contact.organisation });
  const facts = (await contactFacts(context.db, [contact.id])).get(contact.id);
  if (facts) context.notify({ kind: 'intake.reporterWrong', subject: { kind: 'reporterContact', id: contact.id }, href: `/reporter-contacts?organisation=${contact.organisationId}`, to: { permission: 'reporter.invite', facts }, name: contact.organisation });
  return ok({ told: true });
};
