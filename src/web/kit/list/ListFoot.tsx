import type { ReactNode } from 'react';
import type { ListAnswer } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';

export function ListFoot<Row>({ list, totals }: { list: ListAnswer<Row>; totals?: ReactNode }) {
  const text = useText();
  const total = list.total ?? list.items.length;
  return (
    <div className="list-foot">
      <span>
        {text('web.list.shown', { shown: list.items.length, count: total })}
        {totals ? <> · {totals}</> : null}
      </span>
      {list.hasMore ? (
        <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>
          {text('web.list.more', { count: Math.max(0, total - list.items.length) })}
        </Button>
      ) : null}
    </div>
  );
}
