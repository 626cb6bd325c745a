import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo, usePageParams } from '#web/router/use-search.ts';
import { getAsset, updateAsset } from '../../words/asset.contract.ts';
import { assetEditSchema, type Asset, type AssetEdit } from '../../words/asset.schema.ts';
import { assetPath, useMayOnAsset } from './asset-words.tsx';
import { AssetForm } from './AssetForm.tsx';

const editOf = ({ name, description, kind, owner, authority, territory, source, level, licence, location, updateCycle, updatedOn, retainUntil, visibility, origins }: Asset): AssetEdit => ({
  name, description, kind, ownerId: owner?.id ?? '', authority, territoryId: territory?.id ?? null, sourceId: source?.id ?? null, level, licence, location, updateCycle, updatedOn, retainUntil, visibility,
  origins: origins.map((each) => ({ assetId: each.id, kind: each.kind })),
});

function EditOne({ asset }: { asset: Asset }) {
  const text = useText();
  const name = useName();
  const go = useGo();
  const may = useMayOnAsset(asset)('dataAsset.update');
  const update = useWrite(updateAsset, { onDone: () => go(assetPath(asset.id)) });
  const form = useForm({ initial: editOf(asset), schema: assetEditSchema, draft: `data-asset.${asset.id}.${asset.version}`, submit: (body) => update.mutateAsync({ params: { assetId: asset.id }, ifMatch: asset.version, body }) });
  if (!may) return <NoPermission thing={text('intake.asset.edit')} />;
  return (
    <div className="stack">
      <PageHead title={text('intake.asset.editOf', { name: name(asset.name) })} breadcrumb={[{ label: text('intake.assets'), href: '/data-assets' }, { label: name(asset.name), href: assetPath(asset.id) }]} />
      <AssetForm form={form} asset={asset} submit={text('intake.save')} cancel={assetPath(asset.id)} />
    </div>
  );
}

export default function AssetEditPage() {
  const text = useText();
  const { dataAssetId: assetId } = usePageParams('dataAssetId');
  // What the form was opened with must not change under the reader's hands.
  const query = useRoute(getAsset, { params: { assetId } }, { staleTime: Infinity });
  return <Loaded query={query} what={text('intake.asset')} lines={10}>{(asset) => <EditOne key={`${asset.id} ${asset.version}`} asset={asset} />}</Loaded>;
}
