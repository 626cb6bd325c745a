import type { ReactNode } from 'react';
import type { ListAnswer } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { shownColumns } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';

export interface ListCardProps<Row> {
  title: string;
  list: ListAnswer<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string;
  empty: string;
  emptyHint?: ReactNode;
  action?: ReactNode;
  /** The same rows on a list page of their own, with filters and export. */
  all?: string;
  caption?: ReactNode;
}

/** Records that belong to the record of the page, in the columns of their own list. */
export function ListCard<Row>({ title, list, columns, rowKey, rowHref, empty, emptyHint, action, all, caption }: ListCardProps<Row>) {
  const text = useText();
  const some = list.items.length > 0;
  const actions = some ? <>{all ? <PageLink className="small" href={all}>{text('registry.list.openAll')}</PageLink> : null}{action}</> : null;
  return (
    <Card title={title} note={list.total ? String(list.total) : null} actions={actions} flush {...(caption && some ? { caption } : {})}>
      {list.error && !some ? (
        <ErrorState what={title} problem={list.error} retry={list.retry} />
      ) : list.loading ? (
        <LoadingSkeleton />
      ) : some ? (
        <>
          <DataTable caption={title} columns={shownColumns(columns, null)} rows={list.items} rowKey={rowKey} {...(rowHref ? { rowHref } : {})} />
          <ListFoot list={list} />
        </>
      ) : (
        <EmptyState title={empty} action={action}>{emptyHint}</EmptyState>
      )}
    </Card>
  );
}
