import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ListAnswer } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import type { PageHeadProps } from '#web/kit/PageHead.tsx';
import { shownColumns } from '#web/kit/table/column.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { useDensity } from '#web/kit/table/use-density.ts';
import { listParts } from '#web/router/collect-list-parts.ts';
import type { ListState } from '#web/router/use-list-state.ts';
import { BulkBar } from './BulkBar.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { ListBody } from './ListBody.tsx';
import { ListFoot } from './ListFoot.tsx';
import { ListTools } from './ListTools.tsx';
import { ViewTabs } from './ViewTabs.tsx';
import type { SavedView } from './ViewTabs.tsx';

export interface ListPageProps<Row, Filter extends string> extends Omit<PageHeadProps, 'actions'> {
  /** Short plain name for remembering density and naming exports: `organisations`. */
  name: string;
  list: ListAnswer<Row>;
  state: ListState<Filter>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string | null;
  rowLabel?: (row: Row) => string;
  primary?: ReactNode;
  actions?: ReactNode;
  views?: readonly SavedView<Filter>[];
  /** FilterChip elements. */
  filters?: ReactNode;
  searchLabel?: string;
  /** What the totals cover: `合计 128 家，未报 14 家不计`. */
  totals?: ReactNode;
  /** Bar over the table while rows are chosen; without it there is nothing to choose. */
  bulk?: (keys: ReadonlySet<string>, clear: () => void) => ReactNode;
  /** Shown when there is nothing at all, not when a filter leaves nothing. */
  empty: ReactNode;
  /** Drawn above the table: a map of the same rows. */
  above?: ReactNode;
}

/** Title, views, filters, table, footer: the same on every list. The URL holds its whole state. */
export function ListPage<Row, Filter extends string>(props: ListPageProps<Row, Filter>) {
  const { name, list, state, columns, rowKey, rowHref, rowLabel, primary, actions, views, filters, searchLabel, totals, bulk, empty, above, ...head } = props;
  const text = useText();
  const format = useFormat();
  const [density, setDensity] = useDensity(name);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = shownColumns(columns, state.columns);
  const closed = list.error?.status === 403;
  const clear = () => setChosen(new Set());
  const tags = (
    <>
      {list.total === null ? null : <span className="page-count">{format.count(list.total)}</span>}
      {head.tags}
    </>
  );
  return (
    <div className="stack list-page">
      <PageHead {...head} tags={tags} actions={closed ? null : <>{listParts.map(({ key, Part }) => <Part key={key} title={head.title} />)}{actions}<ExportMenu name={name} title={head.title} columns={shown} list={list} />{primary}</>} />
      {views && !closed ? <ViewTabs views={views} state={state} label={head.title} /> : null}
      {bulk && chosen.size > 0 ? (
        <BulkBar count={chosen.size} clear={clear}>{bulk(chosen, clear)}</BulkBar>
      ) : closed ? null : (
        <ListTools state={state} filters={filters} searchLabel={searchLabel} columns={columns} density={density} onDensity={setDensity} />
      )}
      {above}
      <section className="card" aria-busy={list.updating} aria-label={head.title}>
        <ListBody list={list} narrowed={state.narrowed} clear={state.clear} empty={empty} what={head.title}>
          <div className={list.updating ? 'updating' : undefined} data-note={text('web.state.updating')}>
            <DataTable
              caption={head.title}
              columns={shown}
              rows={list.items}
              rowKey={rowKey}
              rowHref={rowHref}
              rowLabel={rowLabel}
              sort={state.sort}
              onSort={state.setSort}
              density={density}
              selection={bulk ? { keys: chosen, onChange: setChosen } : undefined}
              keys
            />
          </div>
          <ListFoot list={list} totals={totals} />
        </ListBody>
      </section>
    </div>
  );
}
