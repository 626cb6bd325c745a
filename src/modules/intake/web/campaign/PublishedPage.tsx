import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { listPublishedCampaigns } from '../../words/campaign.contract.ts';
import { useCampaignColumns } from './campaign-columns.tsx';

/** What each office published of its campaigns: how many reported, how many are late. */
export default function PublishedPage() {
  const text = useText();
  const name = useName();
  const state = useListState({ filters: [], defaultSort: '-createdAt' });
  const list = useList(listPublishedCampaigns, { query: { q: state.query || undefined } });
  return (
    <ListPage
      name="published-campaigns"
      title={text('intake.publishedCampaigns')}
      scope={text('intake.publishedCampaigns.scope')}
      list={list}
      state={state}
      columns={useCampaignColumns(false)}
      rowKey={(row) => row.id}
      rowLabel={(row) => name(row.name)}
      searchLabel={text('intake.campaigns.find')}
      empty={<EmptyState title={text('intake.publishedCampaigns.empty')} />}
    />
  );
}
