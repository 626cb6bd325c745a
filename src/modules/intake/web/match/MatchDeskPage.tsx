import { useState } from 'react';
import { useList, useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { listImportMatches, tallyImportMatches } from '../../words/match.contract.ts';
import { matchStates, type ImportMatch } from '../../words/match.schema.ts';
import { MatchCard } from './MatchCard.tsx';
import { useMatchDesk } from './use-match-desk.ts';
import './match.css';

/** Rows of files that may be organisations of the register already, one at a time, and all of them as a table. */
export default function MatchDeskPage() {
  const text = useText();
  const search = useSearch();
  const setSearch = useSetSearch();
  const may = useMay('import.apply');
  const batchId = one(search['batchId']);
  const state = matchStates.find((each) => each === one(search['state'])) ?? 'unsure';
  const within = batchId ? { batchId } : {};
  const list = useList(listImportMatches, { query: { state, ...within } });
  const tally = useRoute(tallyImportMatches, { query: within }, { keepPrevious: true });
  const desk = useMatchDesk(list.items, may);
  const fileName = batchId ? list.items[0]?.batch.fileName : undefined;
  if (list.error?.status === 403) return <NoPermission thing={text('intake.match')} />;
  const { decide, current } = desk;
  return (
    <div className="stack">
      <PageHead
        title={text('intake.match')}
        breadcrumb={[{ label: text('intake.nav'), href: '/imports' }]}
        scope={batchId ? <>{fileName ? text('intake.match.scope.batch', { name: fileName }) : null} <PageLink href="/matches">{text('intake.match.allFiles')}</PageLink></> : text('intake.match.scope')}
        actions={<ButtonLink href="/matches/decisions">{text('intake.match.memory')}</ButtonLink>}
      />
      <div className="match-filter"><Segmented label={text('intake.match.stateLabel')} value={state} onChange={(value) => { desk.setAt(0); setSearch({ state: value === 'unsure' ? undefined : value }); }}
        options={matchStates.map((value) => ({ value, label: `${text(`intake.match.state.${value}`)}${tally.data ? ` ${tally.data[value]}` : ''}` }))} /></div>
      {decide.data ? <p role="status" className="quiet">{desk.takenBack ? text('intake.match.takenBack') : text('intake.match.settled', decide.data)}</p> : null}
      {list.error && list.items.length === 0 ? <ErrorState what={text('intake.match')} problem={list.error} retry={list.retry} />
        : list.loading ? <LoadingSkeleton />
        : !current ? <EmptyState title={text(state === 'unsure' ? 'intake.match.empty' : 'intake.match.none.state')}>{text('intake.match.empty.hint')}</EmptyState>
        : (
          <>
            <MatchCard match={current} desk={desk} total={list.total ?? list.items.length} may={may} />
            <MatchTable list={list} desk={desk} may={may} />
          </>
        )}
    </div>
  );
}

function MatchTable({ list, desk, may }: { list: ReturnType<typeof useList<typeof listImportMatches>>; desk: ReturnType<typeof useMatchDesk>; may: boolean }) {
  const text = useText();
  const name = useName();
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const chosen = list.items.filter(({ id }) => keys.has(id));
  const columns: Column<ImportMatch>[] = [
    { key: 'asked', label: text('intake.column.asked'), fixed: true, cell: (row) => <>{name(row.asked.name)}<div className="quiet small">{[row.asked.uscc, row.asked.place].filter(Boolean).join(' · ')}</div></> },
    { key: 'register', label: text('intake.match.register'), cell: (row) => (row.candidates[0]?.record ? name(row.candidates[0].record.name) : '—') },
    { key: 'score', label: text('intake.column.score'), number: true, cell: (row) => `${Math.min(99, Math.round(row.score * 100))}%` },
    { key: 'alike', label: text('intake.column.alike'), number: true, cell: (row) => row.alike },
    { key: 'batch', label: text('intake.column.batch'), cell: (row) => <PageLink href={`/imports/${row.batch.id}`}>{row.batch.fileName}</PageLink> },
    { key: 'rowNumber', label: text('intake.column.rowNumber'), number: true, cell: (row) => row.rowNumber },
    { key: 'decidedByName', label: text('intake.column.decidedByName'), cell: (row) => row.decidedByName ?? '—' },
  ];
  return (
    <Card title={text('intake.match.table')} flush actions={may && chosen.length > 0 ? <Button size="small" busy={desk.decide.isPending} onClick={() => { desk.none(chosen); setKeys(new Set()); }}>{text('intake.match.noneOfRows', { count: chosen.length })}</Button> : null}>
      <DataTable caption={text('intake.match.table')} columns={columns} rows={list.items} rowKey={(row) => row.id} rowLabel={(row) => name(row.asked.name)} currentKey={desk.current?.id ?? null} onRow={(row) => desk.setAt(list.items.indexOf(row))} selection={may ? { keys, onChange: setKeys } : undefined} />
      <ListFoot list={list} />
    </Card>
  );
}
