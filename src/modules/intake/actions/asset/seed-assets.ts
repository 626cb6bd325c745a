import type { Context } from '#platform/module/module.ts';
import { sampleKeepers } from '../../store/asset.store.ts';
import type { AssetInput } from '../../words/asset.schema.ts';
import { enterAsset } from './keep-assets.ts';

type Draft = Pick<AssetInput, 'name' | 'kind' | 'stage' | 'authority' | 'level' | 'updateCycle'> & Partial<AssetInput>;

const drafts: readonly Draft[] = [
  { name: { zh: '样例·企业月报', en: 'Sample monthly returns of firms' }, kind: 'survey', stage: 'collect', authority: 'city', level: 'internal', updateCycle: 'month', updatedOn: '2026-11-05', retainUntil: '2031-12-31', description: '样例数据：为演示而生成，不是事实' },
  { name: { zh: '样例·专精特新企业名录', en: 'Sample register of specialised firms' }, kind: 'register', stage: 'circulate', authority: 'provincial', level: 'public', updateCycle: 'year', updatedOn: '2026-03-31', licence: '样例许可', location: '样例平台' },
  { name: { zh: '样例·检测设备台账', en: 'Sample ledger of test equipment' }, kind: 'records', stage: 'process', authority: 'cluster', level: 'internal', updateCycle: 'quarter', updatedOn: '2025-12-31' },
  { name: { zh: '样例·集群景气指数', en: 'Sample business climate index' }, kind: 'product', stage: 'addValue', authority: 'city', level: 'public', updateCycle: 'month', updatedOn: '2026-11-10' },
];

/** A few labelled sets in the sample city, the last one made from the first. */
export async function seedAssets(context: Context, territoryId: string): Promise<void> {
  const keepers = await sampleKeepers(context.db, territoryId);
  let first: string | null = null;
  for (const [at, draft] of drafts.entries()) {
    const ownerId = keepers[at % keepers.length];
    if (!ownerId) return;
    const origins = at === drafts.length - 1 && first ? [{ assetId: first, kind: 'derived' as const }] : [];
    const made = await enterAsset(context, { description: null, territoryId, sourceId: null, licence: null, location: null, updatedOn: null, retainUntil: null, visibility: 'open', ...draft, ownerId, origins }, true);
    if (!made.ok) throw new Error(`the sample set was refused: ${made.reason}`);
    first ??= made.value.id;
  }
}
