import { useList, useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { listAssets, tallyAssets } from '../../words/asset.contract.ts';
import { assetKinds, assetStages, assetStates, authorities, type assetSorts } from '../../words/asset.schema.ts';
import { assetPath, useAssetColumns } from './asset-words.tsx';
import { StageTrack } from './StageTrack.tsx';

const filters = ['stage', 'kind', 'authority', 'state', 'stale', 'unshared', 'overdue', 'sourceId', 'ownerId'] as const;
type YesNo = 'true' | 'false' | undefined;

/** Which sets of data exist, how far each has come, who may use it, and which need somebody. */
export default function AssetListPage() {
  const text = useText();
  const name = useName();
  const state = useListState({ filters, defaultSort: 'name' });
  const chosen = Object.fromEntries(filters.map((key) => [key, state.filters[key][0]])) as Record<(typeof filters)[number], string | undefined>;
  const filter = {
    ...(state.query ? { q: state.query } : {}),
    stage: assetStages.find((each) => each === chosen.stage), kind: assetKinds.find((each) => each === chosen.kind), authority: authorities.find((each) => each === chosen.authority), state: assetStates.find((each) => each === chosen.state),
    stale: chosen.stale as YesNo, unshared: chosen.unshared as YesNo, overdue: chosen.overdue as YesNo, sourceId: chosen.sourceId, ownerId: chosen.ownerId,
  };
  const list = useList(listAssets, { query: { ...filter, sort: state.sortText as (typeof assetSorts)[number] } });
  const tally = useRoute(tallyAssets, { query: { ...filter, stage: undefined } });
  const add = useMay('dataAsset.create') ? <ButtonLink kind="primary" icon="plus" href="/data-assets/new">{text('intake.asset.new')}</ButtonLink> : null;
  const chip = (key: 'kind' | 'authority' | 'state', options: readonly string[], label: (value: string) => string) => (
    <FilterChip single label={text(`intake.column.${key}`)} options={options.map((value) => ({ value, label: label(value) }))} chosen={state.filters[key]} onChange={(values) => state.setFilter(key, values)} />
  );
  const counts = new Map((tally.data?.stages ?? []).map(({ stage, count }) => [stage, count]));
  const open = tally.data?.openRequests ?? 0;
  return (
    <ListPage
      name="data-assets"
      title={text('intake.assets')}
      scope={text('intake.assets.scope')}
      list={list}
      state={state}
      columns={useAssetColumns()}
      rowKey={(row) => row.id}
      rowHref={(row) => assetPath(row.id)}
      rowLabel={(row) => name(row.name)}
      searchLabel={text('intake.asset.find')}
      views={[
        { key: 'all', label: text('intake.asset.view.all') },
        { key: 'stale', label: text('intake.asset.view.stale'), filters: { stale: ['true'] } },
        { key: 'unshared', label: text('intake.asset.view.unshared'), filters: { unshared: ['true'] } },
        { key: 'overdue', label: text('intake.asset.view.overdue'), filters: { overdue: ['true'] } },
      ]}
      filters={
        <>
          {chip('kind', assetKinds, (value) => text(`intake.assetKind.${value as (typeof assetKinds)[number]}`))}
          {chip('authority', authorities, (value) => text(`intake.authority.${value as (typeof authorities)[number]}`))}
          {chip('state', assetStates, (value) => text(`intake.assetState.${value as (typeof assetStates)[number]}`))}
        </>
      }
      actions={<ButtonLink icon="message" href="/data-requests">{open > 0 ? text('intake.requests.open', { count: open }) : text('intake.requests')}</ButtonLink>}
      above={<StageTrack counts={counts} chosen={chosen.stage} onChoose={(stage) => state.setFilter('stage', stage ? [stage] : [])} />}
      primary={add}
      empty={<EmptyState title={text('intake.asset.empty')} action={add}>{text('intake.asset.empty.hint')}</EmptyState>}
    />
  );
}
