import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { endRelease, insertRelease, noteUse, releasesOf, usesOf, valuesOf } from '../../store/submission.store.ts';
import type * as routes from '../../words/party.contract.ts';
import { namesFor } from './holders.ts';
import { releaseObserved } from './observe.ts';
import { isOwnParty, purposeOf, throughGate } from './party-reader.ts';
import { levelsOf, openParty, submissionsOf } from './party-view.ts';
import { today } from './today.ts';

export const getSubmission: Action<typeof routes.getSubmission> = async (context, { params }) => {
  const opened = await openParty(context, params.partyId);
  const submission = opened && (await submissionsOf(context, params.partyId)).find(({ number }) => number === params.number);
  if (!opened || !submission) return fail('notFound');
  const { purpose, holder } = await purposeOf(context, opened.party);
  const [releases, day] = [await releasesOf(context.db, params.partyId), await today(context)];
  if (purpose === 'reporting') await noteUse(context, params.partyId, purpose, holder, day);
  const values = (await valuesOf(context.db, submission.id)).map((value) => throughGate(value, purpose, releases, day));
  return ok({ ...submission, partyId: params.partyId, values });
};

/** Who uses the figures: the levels by their duty, others by release, and whoever really looked. */
export const getUses: Action<typeof routes.getUses> = async (context, { params }) => {
  const opened = await openParty(context, params.partyId);
  if (!opened) return fail('notFound');
  const uses = await usesOf(context.db, params.partyId);
  const names = await namesFor(context.db, [...new Set(uses.map(({ holder }) => holder).filter((holder) => holder !== null))]);
  return ok({
    basis: opened.edition.legalBasis,
    purpose: opened.edition.purpose,
    levels: await levelsOf(context, opened.party, opened.campaign),
    releases: await releasesOf(context.db, params.partyId),
    uses: uses.map((use) => ({ ...use, holderName: use.holder ? (names.get(use.holder) ?? null) : null })),
  });
};

export const addRelease: Action<typeof routes.addRelease> = async (context, { params, body }) => {
  const opened = await openParty(context, params.partyId);
  if (!opened) return fail('notFound');
  if (!isOwnParty(context, opened.party)) return fail('onlyTheParty');
  if (opened.party.number === 0) return fail('nothingSubmitted');
  const release = await insertRelease(context, params.partyId, body);
  await releaseObserved(context, opened);
  context.audit({ event: 'release.added', subject: { kind: 'party', id: params.partyId }, name: opened.party.name, changes: { purpose: [null, body.purpose], fields: [null, body.fields] } });
  return ok(release);
};

export const revokeRelease: Action<typeof routes.revokeRelease> = async (context, { params }) => {
  const opened = await openParty(context, params.partyId);
  if (!opened) return fail('notFound');
  if (!isOwnParty(context, opened.party)) return fail('onlyTheParty');
  if (!(await endRelease(context, params.partyId, params.releaseId))) return fail('notFound');
  await releaseObserved(context, opened);
  context.audit({ event: 'release.revoked', subject: { kind: 'party', id: params.partyId }, name: opened.party.name });
  return ok(null);
};
