import { findSources, territoriesWithAncestors } from '#modules/registry/index.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { comesFrom, countVisible, findAsset, organisationVisible } from '../../store/asset.store.ts';
import type { Asset, AssetEdit } from '../../words/asset.schema.ts';

/** What a set points to must be there and visible; answers its territory with all above it. `kept` links were there before. */
export async function checkAsset(context: Context, edit: AssetEdit, own: { id: string; kept: AssetEdit } | null): Promise<Result<string[]>> {
  if (edit.ownerId !== own?.kept.ownerId && !(await organisationVisible(context, edit.ownerId))) return fail('ownerUnknown');
  const territories = await territoriesWithAncestors(context.db, edit.territoryId ? [edit.territoryId] : []);
  if (!territories) return fail('territoryUnknown');
  if (edit.sourceId && !(await findSources(context, [edit.sourceId])).has(edit.sourceId)) return fail('sourceUnknown');
  const held = new Set(own?.kept.origins.map(({ assetId }) => assetId));
  const added = [...new Set(edit.origins.map(({ assetId }) => assetId))].filter((id) => !held.has(id));
  if ((await countVisible(context, added)) !== added.length) return fail('originUnknown');
  if (own && (await comesFrom(context.db, own.id, edit.origins.map(({ assetId }) => assetId)))) return fail('originInRing');
  return ok(territories);
}

export async function readAsset(context: Context, id: string): Promise<Result<Asset>> {
  const asset = await findAsset(context, id);
  return asset ? ok(asset) : fail('notFound');
}

/** Where rights on the set would lie after an edit. */
export const factsOf = (edit: AssetEdit, territories: readonly string[]) => ({ visibility: edit.visibility, territories: [...territories], clusters: [], organisations: [edit.ownerId] });
