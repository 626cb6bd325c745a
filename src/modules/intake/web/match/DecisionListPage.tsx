import { useList, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { listMatchDecisions, undoMatchDecision } from '../../words/match.contract.ts';
import type { MatchDecision } from '../../words/match.schema.ts';

/** What people said of names in files: asked before the matcher, and taken back here. */
export default function DecisionListPage() {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const may = useMay('import.apply');
  const state = useListState({ filters: ['standing'], defaultSort: '-decidedAt' });
  const standing = state.filters.standing[0] as 'true' | 'false' | undefined;
  const list = useList(listMatchDecisions, { query: standing ? { standing } : {} });
  const undo = useWrite(undoMatchDecision, { touches: ['importMatch', 'importBatch'] });
  const columns: Column<MatchDecision>[] = [
    { key: 'asked', label: text('intake.column.asked'), fixed: true, cell: (row) => <>{name(row.asked.name)}<div className="quiet small">{[row.asked.uscc, row.asked.place].filter(Boolean).join(' · ')}</div></>, export: (row) => name(row.asked.name) },
    { key: 'organisation', label: text('intake.match.register'), cell: (row) => <>{row.rejected ? <Tag>{text('intake.column.rejected')}</Tag> : null} {row.organisation ? <PageLink href={`/organisations/${row.organisation.id}`}>{name(row.organisation.name)}</PageLink> : row.rejected ? null : text('intake.match.hidden')}</>, export: (row) => (row.organisation ? name(row.organisation.name) : '') },
    { key: 'batch', label: text('intake.column.batch'), cell: (row) => (row.batch ? <PageLink href={`/imports/${row.batch.id}`}>{row.batch.fileName}</PageLink> : '—'), export: (row) => row.batch?.fileName ?? '' },
    { key: 'decidedByName', label: text('intake.column.decidedByName'), cell: (row) => <>{row.decidedByName}<div className="quiet small">{format.moment(row.decidedAt)}</div></>, export: (row) => row.decidedByName },
    { key: 'undone', label: text('intake.column.state'), cell: (row) => (row.undoneAt ? <><Tag>{text('intake.match.memory.undone')}</Tag><div className="quiet small">{row.undoneByName}, {format.moment(row.undoneAt)}</div></> : <Tag tone="positive">{text('intake.match.memory.standing')}</Tag>), export: (row) => row.undoneAt ?? '' },
    { key: 'deed', label: text('intake.column.deed'), cell: (row) => (may && !row.undoneAt ? <Button size="small" busy={undo.isPending && undo.variables.params.decisionId === row.id} onClick={() => undo.mutate({ params: { decisionId: row.id } })}>{text('intake.match.memory.undo')}</Button> : null) },
  ];
  return (
    <>
      {undo.error ? <p role="alert" className="card card-body critical">{problemText(undo.error, text)}</p> : null}
      {undo.data ? <p role="status" className="card card-body">{text('intake.match.takenBack')}</p> : null}
      <ListPage
        name="match-decisions"
        title={text('intake.match.memory')}
        breadcrumb={[{ label: text('intake.nav'), href: '/imports' }, { label: text('intake.match'), href: '/matches' }]}
        scope={text('intake.match.memory.scope')}
        list={list}
        state={state}
        columns={columns}
        rowKey={(row) => row.id}
        views={[
          { key: 'all', label: text('intake.asset.view.all') },
          { key: 'standing', label: text('intake.match.memory.standing'), filters: { standing: ['true'] } },
          { key: 'undone', label: text('intake.match.memory.undone'), filters: { standing: ['false'] } },
        ]}
        empty={<EmptyState title={text('intake.match.memory.empty')}>{text('intake.match.empty.hint')}</EmptyState>}
      />
    </>
  );
}
