import { routeUrl } from '#web/api/client.ts';
import { useList, useWrite } from '#web/api/use-route.ts';
import { useBilingual, useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Campaign } from '../../words/campaign.schema.ts';
import { discardReturn, getMarkedReturn, listReturns, submitReturns } from '../../words/form-return.contract.ts';
import type { ReturnState, WorkbookReturn } from '../../words/form-return.schema.ts';

const tones: Record<ReturnState, 'positive' | 'warning' | 'critical' | 'neutral'> = { ready: 'positive', faulty: 'warning', unknown: 'critical', submitted: 'neutral', discarded: 'neutral' };

/** What came back, each with its verdict; the sound ones go in together, the others go back marked. */
export function ReturnsCard({ campaign }: { campaign: Campaign }) {
  const text = useText();
  const list = useList(listReturns, { params: { campaignId: campaign.id }, query: { limit: 200 } });
  const submit = useWrite(submitReturns, { touches: ['workbookReturn', 'campaign', 'party'] });
  const ready = list.items.filter(({ state }) => state === 'ready');
  const columns = useReturnColumns();
  const refused = submit.data?.refused.length ?? 0;
  return (
    <Card title={text('intake.returns')} note={list.total ? String(list.total) : null} flush actions={ready.length > 0 && campaign.state === 'open' ? <Button kind="primary" size="small" busy={submit.isPending} onClick={() => submit.mutate({ params: { campaignId: campaign.id }, body: { returnIds: ready.map(({ id }) => id) } })}>{text('intake.returns.submit', { count: ready.length })}</Button> : null}>
      {submit.error ? <p role="alert" className="field-error card-line">{problemText(submit.error, text)}</p> : null}
      {submit.data ? <p role="status" className="card-line">{text(refused > 0 ? 'intake.returns.partly' : 'intake.returns.done', { count: submit.data.submitted, refused })}</p> : null}
      {list.error && list.items.length === 0 ? <ErrorState what={text('intake.returns')} problem={list.error} retry={list.retry} /> : list.loading ? <LoadingSkeleton /> : list.items.length === 0 ? <EmptyState title={text('intake.returns.empty')}>{text('intake.returns.empty.hint')}</EmptyState> : (
        <>
          <DataTable caption={text('intake.returns')} columns={columns} rows={list.items} rowKey={(row) => row.id} />
          <ListFoot list={list} />
        </>
      )}
    </Card>
  );
}

function useReturnColumns(): Column<WorkbookReturn>[] {
  const text = useText();
  const name = useName();
  const both = useBilingual();
  const format = useFormat();
  const discard = useWrite(discardReturn, { touches: ['workbookReturn'] });
  return [
    { key: 'fileName', label: text('intake.column.fileName'), fixed: true, cell: (row) => row.fileName, export: (row) => row.fileName },
    { key: 'party', label: text('intake.column.party'), cell: (row) => (row.party ? <PageLink href={`/reports/${row.party.id}`}>{name(row.party.name)}</PageLink> : <span className="quiet">—</span>), export: (row) => name(row.party?.name) },
    { key: 'state', label: text('intake.column.state'), cell: (row) => <Tag tone={tones[row.state]}>{text(`intake.returnState.${row.state}`)}</Tag>, export: (row) => text(`intake.returnState.${row.state}`) },
    {
      key: 'why', label: text('intake.returns.why'),
      cell: (row) => (row.reason ? textOr(`intake.returnReason.${row.reason}`, row.reason) : row.problems.length === 0 ? text('intake.returns.sound', { count: row.answered }) : <ul className="plain-list small">{row.problems.slice(0, 3).map((problem, at) => <li key={at}>{both(problem.words)}</li>)}{row.problems.length > 3 ? <li className="quiet">{text('intake.returns.more', { count: row.problems.length - 3 })}</li> : null}</ul>),
    },
    { key: 'createdAt', label: text('intake.returns.brought'), cell: (row) => <><span className="nowrap">{format.moment(row.createdAt)}</span><div className="quiet small">{row.createdByName}</div></>, export: (row) => row.createdAt },
    {
      key: 'deed', label: text('intake.column.deed'),
      cell: (row) => (row.state === 'ready' || row.state === 'faulty' || row.state === 'unknown' ? (
        <span className="row-tight">
          {row.state === 'faulty' ? <a className="small" href={routeUrl(getMarkedReturn, { params: { returnId: row.id } })} download>{text('intake.returns.marked')}</a> : null}
          <Button size="small" busy={discard.isPending} onClick={() => discard.mutate({ params: { returnId: row.id } })}>{text('intake.returns.discard')}</Button>
        </span>
      ) : null),
    },
  ];
}
