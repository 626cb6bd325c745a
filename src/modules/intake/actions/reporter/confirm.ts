import { admitReporter } from '#modules/identity/index.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, failAndKeep, ok } from '#platform/result/result.rules.ts';
import { closeLink, noteTry, openReportsOf } from '../../store/reporter-link.store.ts';
import { changeContacts, personOfAddress } from '../../store/reporter.store.ts';
import type * as routes from '../../words/reporter.contract.ts';
import { codeMinutes, codeTriesMost } from '../../words/reporter.rules.ts';
import { codeHashOf } from './link-secret.ts';
import { addressOn, openLinkOf } from './visit.ts';

/** The right code, once, in time: the contact is a person, their firm's representative, and in front of the form that waits. */
export const confirm: Action<typeof routes.confirmVisit> = async (context, { body }) => {
  const opened = await openLinkOf(context, body.token);
  if (!opened) return fail('linkDead');
  const { link, contact } = opened;
  const isFresh = link.codeSentAt !== null && context.now.getTime() - Date.parse(link.codeSentAt) < codeMinutes * 60_000;
  if (link.codeHash === null || link.codeWay === null || !isFresh || link.codeTries >= codeTriesMost) return fail('visitCodeWrong');
  if (codeHashOf(context, link.id, body.code) !== link.codeHash) {
    await noteTry(context.db, link.id);
    return failAndKeep('visitCodeWrong');
  }
  const address = addressOn(contact, link.codeWay);
  if (address === null) return fail('visitCodeWrong');
  const personId = contact.provedWay === link.codeWay ? contact.personId : null;
  const admitted = await admitReporter(context, { personId: personId ?? (await personOfAddress(context.db, link.codeWay, address)), name: { zh: contact.name }, email: contact.mail, organisationId: contact.organisationId, invitedBy: link.madeBy });
  if (!admitted.ok) return fail('linkDead');
  await closeLink(context, link.id);
  await changeContacts(context, [contact.id], { state: 'confirmed', personId: admitted.value.personId, provedWay: link.codeWay });
  context.audit({ event: 'reporterContact.confirmed', subject: { kind: 'reporterContact', id: contact.id }, name: contact.organisation });
  if (link.madeBy) context.notify({ kind: 'intake.reporterConfirmed', subject: { kind: 'reporterContact', id: contact.id }, href: '/reporter-contacts?state=confirmed', to: { people: [link.madeBy] }, name: contact.organisation, groupKey: 'reporterConfirmed' });
  const reports = await openReportsOf(context.db, contact.organisationId);
  const [only] = reports;
  return ok({ href: only && reports.length === 1 ? `/reports/${only.id}` : '/my-reports?open=true' });
};
