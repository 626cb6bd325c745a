import { actedName } from '#platform/auth/acted-name.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { changeAssetState, insertAsset, insertMove, listAssetRows, lockAsset, readAssetEdit, tallyAssetRows, updateAssetRow } from '../../store/asset.store.ts';
import { canStepAsset } from '../../words/asset.rules.ts';
import type * as routes from '../../words/asset.contract.ts';
import type { Asset, AssetInput } from '../../words/asset.schema.ts';
import { checkAsset, factsOf, readAsset } from './asset-content.ts';

export const list: Action<typeof routes.listAssets> = async (context, { query }) => {
  const page = await listAssetRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const tally: Action<typeof routes.tallyAssets> = async (context, { query }) => ok(await tallyAssetRows(context, query));

export const get: Action<typeof routes.getAsset> = (context, { params }) => readAsset(context, params.assetId);

export const create: Action<typeof routes.createAsset> = (context, { body }) => enterAsset(context, body);

/** Writes a new set with the first point of its track. */
export async function enterAsset(context: Context, { stage, ...edit }: AssetInput, sample = false): Promise<Result<Asset>> {
  const checked = await checkAsset(context, edit, null);
  if (!checked.ok) return checked;
  const id = await insertAsset(context, edit, stage, checked.value, sample);
  await insertMove(context, id, { fromStage: null, toStage: stage, note: null, byName: actedName(context.actor, context.language) });
  context.audit({ event: 'dataAsset.created', subject: { kind: 'dataAsset', id }, name: edit.name, changes: { stage: [null, stage], level: [null, edit.level] } });
  return readAsset(context, id);
}

export const update: Action<typeof routes.updateAsset> = async (context, { params, body, ifMatch }) => {
  const held = await lockAsset(context.db, params.assetId);
  const before = held && (await readAssetEdit(context.db, params.assetId));
  if (!held || !before) return fail('notFound');
  if (ifMatch !== null && held.version !== ifMatch) return fail('changedMeanwhile');
  if (held.state === 'disposed') return fail('assetEnded');
  const checked = await checkAsset(context, body, { id: params.assetId, kept: before });
  if (!checked.ok) return checked;
  if (!context.allows('dataAsset.update', factsOf(body, checked.value))) return fail('ownerOutside');
  const fields = Object.keys(body) as (keyof typeof body)[];
  const changes = Object.fromEntries(fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(body[field])).map((field) => [field, [before[field], body[field]] as [unknown, unknown]]));
  if (Object.keys(changes).length === 0) return readAsset(context, params.assetId);
  await updateAssetRow(context, params.assetId, body, checked.value);
  context.audit({ event: 'dataAsset.updated', subject: { kind: 'dataAsset', id: params.assetId }, name: body.name, changes });
  return readAsset(context, params.assetId);
};

export const move: Action<typeof routes.moveAsset> = async (context, { params, body, ifMatch }) => {
  const held = await lockAsset(context.db, params.assetId);
  if (!held) return fail('notFound');
  if (ifMatch !== null && held.version !== ifMatch) return fail('changedMeanwhile');
  if (held.state !== 'active') return fail('assetEnded');
  if (held.stage === body.toStage) return fail('sameStage');
  await changeAssetState(context, params.assetId, { stage: body.toStage });
  await insertMove(context, params.assetId, { fromStage: held.stage, toStage: body.toStage, note: body.note, byName: actedName(context.actor, context.language) });
  return noted(context, params.assetId, 'dataAsset.moved', { stage: [held.stage, body.toStage] });
};

export const end: Action<typeof routes.endAsset> = (context, { params, body, ifMatch }) => step(context, params.assetId, ifMatch, body.state === 'retired' ? 'retire' : 'dispose', { note: body.note });

export const renew: Action<typeof routes.renewAsset> = (context, { params, body, ifMatch }) => step(context, params.assetId, ifMatch, 'renew', { note: null, ...body });

const events = { retire: 'dataAsset.retired', dispose: 'dataAsset.disposed', renew: 'dataAsset.renewed' } as const;

async function step(context: Context, id: string, ifMatch: number | null, verb: 'retire' | 'dispose' | 'renew', change: { note: string | null; updatedOn?: string | null; retainUntil?: string | null }): Promise<Result<Asset>> {
  const held = await lockAsset(context.db, id);
  if (!held) return fail('notFound');
  if (ifMatch !== null && held.version !== ifMatch) return fail('changedMeanwhile');
  const verdict = canStepAsset(held.state, verb);
  if (!verdict.allowed) return fail('stepImpossible');
  await changeAssetState(context, id, { state: verdict.to, ...change });
  const { note, ...dates } = change;
  return noted(context, id, events[verb], { state: [held.state, verdict.to], ...(note ? { note: [null, note] } : {}), ...Object.fromEntries(Object.entries(dates).filter(([, value]) => value).map(([key, value]) => [key, [null, value] as [unknown, unknown]])) });
}

async function noted(context: Context, id: string, event: string, changes: Record<string, [unknown, unknown]>): Promise<Result<Asset>> {
  const after = await readAsset(context, id);
  if (after.ok) context.audit({ event, subject: { kind: 'dataAsset', id }, name: after.value.name, changes });
  return after;
}
