import { removeDeadline, setDeadline } from '#modules/calendar/index.ts';
import { actedName } from '#platform/auth/acted-name.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { assetFacts, lockAsset, organisationVisible } from '../../store/asset.store.ts';
import { asksAlready, changeRequest, findRequest, insertRequest, listRequestRows, lockRequest } from '../../store/asset-request.store.ts';
import { canStepRequest, requestWorkingDays } from '../../words/asset.rules.ts';
import type * as routes from '../../words/asset.contract.ts';
import type { DataRequest } from '../../words/asset.schema.ts';
import { readAsset } from './asset-content.ts';

const subjectOf = (id: string) => ({ kind: 'dataRequest', id });
const pageOf = (assetId: string) => `/data-assets/${assetId}?tab=requests`;

export const list: Action<typeof routes.listDataRequests> = async (context, { query }) => {
  const page = await listRequestRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

/** An answer is due within so many working days; the keepers of the set are told. */
export const ask: Action<typeof routes.askForAsset> = async (context, { params, body }) => {
  const held = await lockAsset(context.db, params.assetId);
  const asset = await readAsset(context, params.assetId);
  if (!held || !asset.ok) return fail('notFound');
  if (held.state !== 'active') return fail('assetEnded');
  if (!(await organisationVisible(context, body.organisationId))) return fail('askerUnknown');
  if (await asksAlready(context, params.assetId, body)) return fail('askedAlready');
  const id = await insertRequest(context, params.assetId, body, actedName(context.actor, context.language));
  const facts = (await assetFacts(context.db, [params.assetId])).get(params.assetId);
  if (!facts) return fail('notFound');
  const keepers = { permission: 'dataAsset.grant', facts: { ...facts, visibility: 'internal' as const } };
  const due = await setDeadline(context, { subject: subjectOf(id), rule: { workingDays: requestWorkingDays }, start: context.now, href: pageOf(params.assetId), name: asset.value.name, holders: keepers });
  context.notify({ kind: 'intake.dataAsked', subject: subjectOf(id), href: pageOf(params.assetId), to: keepers, name: asset.value.name, due: due.instant });
  context.audit({ event: 'dataRequest.created', subject: { kind: 'dataAsset', id: params.assetId }, name: asset.value.name, changes: { access: [null, body.access] } });
  return found(context, id);
};

export const decide: Action<typeof routes.decideDataRequest> = async (context, { params, body, ifMatch }) => {
  const until = body.grant ? body.grantedUntil : null;
  if (until && until < context.now.toISOString().slice(0, 10)) return fail('grantEndsBefore');
  return step(context, params.requestId, ifMatch, body.grant ? 'grant' : 'refuse', { reason: body.reason, grantedUntil: until });
};

export const end: Action<typeof routes.endDataGrant> = (context, { params, body, ifMatch }) => step(context, params.requestId, ifMatch, 'end', { reason: body.reason });

export const withdraw: Action<typeof routes.withdrawDataRequest> = async (context, { params }) => {
  const held = await lockRequest(context.db, params.requestId);
  if (!held || held.askedBy !== context.actor.personId) return fail('notFound');
  return step(context, params.requestId, null, 'withdraw', { reason: null });
};

const kinds = { grant: 'intake.dataGranted', refuse: 'intake.dataRefused', end: 'intake.dataEnded' } as const;
const events = { grant: 'dataRequest.granted', refuse: 'dataRequest.refused', end: 'dataRequest.ended', withdraw: 'dataRequest.withdrawn' } as const;

async function step(context: Context, id: string, ifMatch: number | null, verb: 'grant' | 'refuse' | 'end' | 'withdraw', change: { reason: string | null; grantedUntil?: string | null }): Promise<Result<DataRequest>> {
  const held = await lockRequest(context.db, id);
  if (!held) return fail('notFound');
  if (ifMatch !== null && held.version !== ifMatch) return fail('changedMeanwhile');
  const verdict = canStepRequest(held.state, verb);
  if (!verdict.allowed) return fail('stepImpossible');
  await changeRequest(context, id, { state: verdict.to, byName: verb === 'withdraw' ? null : actedName(context.actor, context.language), ...change });
  await removeDeadline(context, subjectOf(id));
  const after = await found(context, id);
  if (!after.ok) return after;
  const name: Name = after.value.asset.name;
  context.audit({ event: events[verb], subject: { kind: 'dataAsset', id: held.assetId }, name, changes: { state: [held.state, verdict.to] } });
  if (verb !== 'withdraw') context.notify({ kind: kinds[verb], subject: subjectOf(id), href: pageOf(held.assetId), to: { people: [held.askedBy] }, name });
  return after;
}

async function found(context: Context, id: string): Promise<Result<DataRequest>> {
  const request = await findRequest(context, id);
  return request ? ok(request) : fail('notFound');
}
