import type { KeyboardEvent } from 'react';
import { listNotices, seeAllNotices } from '#modules/notice/notice.contract.ts';
import type { NoticeView } from '#modules/notice/notice.schema.ts';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { NoticeLine } from '#web/kit/notice/NoticeLine.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { PageLink } from '#web/router/PageLink.tsx';

const shown = 12;

const isToday = (notice: NoticeView): boolean => new Date(notice.updatedAt).toDateString() === new Date().toDateString();

/** Arrow keys go from line to line, as in a menu. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.notice-line a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  links[at === -1 ? (step === 1 ? 0 : links.length - 1) : (at + step + links.length) % links.length]?.focus();
}

export function NoticePanel({ close }: { close: () => void }) {
  const text = useText();
  const query = useRoute(listNotices, { query: { limit: shown } }, { staleTime: 0 });
  const seeAll = useWrite(seeAllNotices, { touches: ['waiting'] });
  const items = query.data?.items ?? [];
  const unseen = items.some((notice) => notice.seenAt === null && notice.doneAt === null);
  const groups = [{ key: 'today', items: items.filter(isToday) }, { key: 'earlier', items: items.filter((notice) => !isToday(notice)) }] as const;
  return (
    <div className="notice-panel" onKeyDown={moveFocus}>
      <div className="notice-panel-head">
        <strong>{text('notice.mine')}</strong>
        {unseen ? <Button size="small" kind="quiet" busy={seeAll.isPending} onClick={() => seeAll.mutate({ body: { until: items[0]?.updatedAt ?? new Date().toISOString() } })}>{text('notice.seeAll')}</Button> : null}
      </div>
      <Loaded query={query} what={text('notice.mine')} lines={4}>
        {() =>
          items.length === 0 ? <EmptyState title={text('notice.none')}>{text('notice.none.hint')}</EmptyState> : groups.filter((group) => group.items.length > 0).map((group) => (
            <section key={group.key} aria-label={text(`notice.${group.key}`)}>
              <h3>{text(`notice.${group.key}`)}</h3>
              <ul>{group.items.map((notice) => <NoticeLine key={notice.id} notice={notice} onOpen={close} />)}</ul>
            </section>
          ))
        }
      </Loaded>
      <div className="notice-panel-foot">
        <PageLink href="/notices" onClick={close}>{text('notice.all')}</PageLink>
        <PageLink href="/account/notices" onClick={close}>{text('notice.settings')}</PageLink>
      </div>
    </div>
  );
}
