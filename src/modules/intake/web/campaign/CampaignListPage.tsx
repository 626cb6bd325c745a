import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { listCampaigns } from '../../words/campaign.contract.ts';
import { campaignStates } from '../../words/campaign.schema.ts';
import { useCampaignColumns } from './campaign-columns.tsx';
import './campaign.css';

export default function CampaignListPage() {
  const text = useText();
  const name = useName();
  const state = useListState({ filters: ['state'], defaultSort: '-createdAt' });
  const chosen = campaignStates.find((value) => value === state.filters.state[0]);
  const list = useList(listCampaigns, { query: { q: state.query || undefined, state: chosen } });
  const add = useMay('campaign.create') ? <ButtonLink kind="primary" icon="plus" href="/campaigns/new">{text('intake.campaign.new')}</ButtonLink> : null;
  return (
    <ListPage
      name="campaigns"
      title={text('intake.campaigns')}
      scope={text('intake.campaigns.scope')}
      list={list}
      state={state}
      columns={useCampaignColumns(true)}
      rowKey={(row) => row.id}
      rowHref={(row) => `/campaigns/${row.id}`}
      rowLabel={(row) => name(row.name)}
      searchLabel={text('intake.campaigns.find')}
      filters={<FilterChip single label={text('intake.column.state')} options={campaignStates.map((value) => ({ value, label: text(`intake.campaign.state.${value}`) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />}
      actions={<ButtonLink icon="document" href="/forms">{text('intake.forms')}</ButtonLink>}
      primary={add}
      empty={<EmptyState title={text('intake.campaigns.empty')} action={add}>{text('intake.campaigns.empty.hint')}</EmptyState>}
    />
  );
}
