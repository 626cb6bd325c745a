import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { listApprovals } from '../../words/approval.contract.ts';
import { approvalViews } from '../../words/approval.schema.ts';
import type { ApprovalSummary } from '../../words/approval.schema.ts';
import { approvalTones, useActingWords } from './approval-words.ts';

type View = (typeof approvalViews)[number];

function useApprovalColumns(): Column<ApprovalSummary>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const words = useActingWords();
  return [
    { key: 'what', label: text('identity.approval.what'), fixed: true, cell: (item) => <PageLink href={`/approvals/${item.id}`}>{words.label(item.label)}</PageLink>, export: (item) => words.label(item.label) },
    { key: 'subject', label: text('identity.approval.subject'), cell: (item) => name(item.subjectName) || '—', export: (item) => name(item.subjectName) },
    { key: 'asked', label: text('identity.approval.askedBy'), cell: (item) => words.side(item.requested), export: (item) => words.side(item.requested) },
    { key: 'requestedAt', label: text('identity.approval.askedAt'), sort: 'requestedAt', cell: (item) => <time dateTime={item.requestedAt} className="nowrap">{format.moment(item.requestedAt)}</time>, export: (item) => item.requestedAt },
    { key: 'state', label: text('identity.column.state'), cell: (item) => <Tag tone={approvalTones[item.state]}>{text(`identity.approvalState.${item.state}`)}</Tag>, export: (item) => text(`identity.approvalState.${item.state}`) },
    { key: 'dueAt', label: text('identity.approval.due'), cell: (item) => (item.state === 'requested' ? format.date(item.dueAt) : '—'), export: (item) => item.dueAt },
    { key: 'decided', label: text('identity.approval.decidedBy'), cell: (item) => words.side(item.decided), export: (item) => words.side(item.decided) },
  ];
}

export default function ApprovalList() {
  const text = useText();
  const state = useListState({ filters: ['view'], defaultSort: '-requestedAt' });
  const view: View = approvalViews.find((each) => each === state.filters.view[0]) ?? 'waiting';
  const list = useList(listApprovals, { query: { view } });
  const options = approvalViews.map((each) => ({ value: each, label: text(`identity.approvals.${each}`) }));
  return (
    <ListPage
      name="approvals"
      title={text('identity.approvals')}
      scope={text('identity.approvals.scope')}
      list={list}
      state={state}
      columns={useApprovalColumns()}
      rowKey={(item) => item.id}
      rowHref={(item) => `/approvals/${item.id}`}
      filters={<Segmented label={text('identity.approvals')} value={view} options={options} onChange={(next) => state.setFilter('view', next === 'waiting' ? [] : [next])} />}
      empty={<EmptyState title={text(`identity.approvals.empty.${view}`)} />}
    />
  );
}
