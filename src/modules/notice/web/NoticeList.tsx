import type { z } from 'zod';
import { useList, useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { noticeGroupText } from '#web/kit/notice/notice-words.ts';
import { NoticeLine } from '#web/kit/notice/NoticeLine.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { getNoticeChoice, listNotices, seeAllNotices } from '../notice.contract.ts';
import type { noticeListQuery } from '../notice.schema.ts';

const states = ['all', 'unseen', 'open', 'done'] as const;
type State = NonNullable<z.input<typeof noticeListQuery>['state']>;

/** Everything I was told, the newest first. */
export default function NoticeList() {
  const text = useText();
  const state = useListState({ filters: ['state', 'group'], defaultSort: '-updatedAt' });
  const chosen = states.find((one) => one === state.filters.state[0]) ?? 'all';
  const list = useList(listNotices, { query: { state: chosen, group: state.filters.group[0] } });
  const kinds = useRoute(getNoticeChoice, {});
  const seeAll = useWrite(seeAllNotices, { touches: ['waiting'] });
  const groups = [...new Set([...(kinds.data?.groups ?? []).map(({ group }) => group), ...(kinds.data?.locked ?? []).map((kind) => kind.split('.')[0] ?? kind)])];
  const newest = list.items[0]?.updatedAt;
  return (
    <div className="stack">
      <PageHead
        title={text('notice.mine')}
        scope={text('notice.mine.scope')}
        actions={
          <>
            <ButtonLink icon="settings" href="/account/notices">{text('notice.settings')}</ButtonLink>
            {newest && list.items.some((notice) => notice.seenAt === null) ? <Button icon="check" busy={seeAll.isPending} onClick={() => seeAll.mutate({ body: { until: newest } })}>{text('notice.seeAll')}</Button> : null}
          </>
        }
      />
      <div className="row">
        <Segmented<State> label={text('notice.state')} value={chosen} options={states.map((value) => ({ value, label: text(`notice.state.${value}`) }))} onChange={(value) => state.setFilter('state', value === 'all' ? undefined : value)} />
        <FilterChip single label={text('notice.group')} options={groups.map((group) => ({ value: group, label: noticeGroupText(group) }))} chosen={state.filters.group} onChange={(values) => state.setFilter('group', values)} />
      </div>
      <section className="card" aria-label={text('notice.mine')} aria-busy={list.updating}>
        <ListBody list={list} narrowed={state.narrowed} clear={state.clear} what={text('notice.mine')} empty={<EmptyState title={text('notice.none')}>{text('notice.none.hint')}</EmptyState>}>
          <ul className="notice-list">{list.items.map((notice) => <NoticeLine key={notice.id} notice={notice} />)}</ul>
          <ListFoot list={list} />
        </ListBody>
      </section>
    </div>
  );
}
