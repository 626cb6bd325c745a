import { attachFile } from '#modules/record/index.ts';
import { anonymous } from '#platform/auth/actor.ts';
import { acceptUpload } from '#platform/files/accept-upload.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { claimFacts, countWaiting, findClaim, insertClaim, listClaimRows, settleClaim } from '../../store/claim.store.ts';
import { spaceName } from '../../store/reporter-link.store.ts';
import { findContacts } from '../../store/reporter.store.ts';
import type * as routes from '../../words/claim.contract.ts';
import { canStepClaim } from '../../words/claim.rules.ts';
import { claimsMost } from '../../words/claim.schema.ts';
import { addContact } from './contact.ts';
import { enterSpace } from './link-secret.ts';
import { linkContacts } from './make-links.ts';

/** What a licence comes as: a photograph or a scan. */
const licenceTypes = new Set(['application/pdf', 'image/png', 'image/jpeg']);

export const place: Action<typeof routes.getClaimPlace> = async (context, { params }) =>
  (await enterSpace(context, params.spaceId)) ? ok({ name: await spaceName(context.db, context.spaceId) }) : fail('claimPlaceUnknown');

export const create: Action<typeof routes.createClaim> = async (context, { body }) => {
  const { spaceId, licence, ...claim } = body;
  if (!(await enterSpace(context, spaceId))) return fail('claimPlaceUnknown');
  const bytes = Buffer.from(licence.bytes, 'base64');
  const accepted = await acceptUpload({ name: licence.name, bytes });
  if ('reason' in accepted || !licenceTypes.has(accepted.mediaType)) return fail('licenceKind');
  if ((await countWaiting(context.db, claim.code)) >= claimsMost) return fail('claimsWaiting');
  context.actor = { ...anonymous, spaceId: context.spaceId, name: claim.name };
  const id = await insertClaim(context, claim);
  const kept = await attachFile(context, { kind: 'reporterClaim', id }, { name: licence.name, level: 'internal', note: null }, bytes);
  if (!kept.ok) return kept;
  context.audit({ event: 'reporterClaim.made', subject: { kind: 'reporterClaim', id } });
  const facts = (await claimFacts(context.db, [id])).get(id);
  if (facts) context.notify({ kind: 'intake.firmClaimed', subject: { kind: 'reporterClaim', id }, href: `/reporter-claims/${id}`, to: { permission: 'reporter.invite', facts } });
  return ok({ received: true });
};

export const list: Action<typeof routes.listClaims> = async (context, { query }) => {
  const page = await listClaimRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getClaim> = async (context, { params }) => {
  const claim = await findClaim(context.db, params.reporterClaimId);
  return claim ? ok(claim) : fail('notFound');
};

/** Approved, the claim becomes a contact with a link of its own: the code to phone or mail still has to be right. */
export const decide: Action<typeof routes.decideClaim> = async (context, { params, body, ifMatch }) => {
  const claim = await findClaim(context.db, params.reporterClaimId, { lock: true });
  if (!claim) return fail('notFound');
  if (claim.version !== ifMatch) return fail('changedMeanwhile');
  const step = canStepClaim(claim.state, body.decision, new Set(claim.organisation ? ['knownFirm'] : []));
  if (!step.allowed) return fail(step.reason === 'requirementMissing' ? 'claimFirmUnknown' : 'claimDecided');
  let outcome: { sheetId: string; made: number; sent: number; unsent: number } | null = null;
  let contactId: string | null = null;
  if (step.to === 'approved' && claim.organisation) {
    const { name, phone, mail, duty } = claim;
    const added = await addContact(context, { organisationId: claim.organisation.id, name, phone, mail, duty });
    if (!added.ok) return added;
    contactId = added.value;
    // Without an address of its own the installation writes no links; the contact then waits for a letter.
    const linked = await linkContacts(context, await findContacts(context, [contactId]), { campaignId: null, via: 'channels' });
    outcome = linked.ok ? linked.value : null;
  }
  await settleClaim(context, claim.id, { state: step.to, note: body.note, contactId });
  context.audit({ event: `reporterClaim.${step.to}`, subject: { kind: 'reporterClaim', id: claim.id }, ...(claim.organisation ? { name: claim.organisation.name } : {}) });
  const after = await findClaim(context.db, claim.id);
  return after ? ok({ claim: after, outcome }) : fail('notFound');
};
