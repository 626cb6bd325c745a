import { countNotices } from '#modules/notice/notice.contract.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Popover } from '#web/kit/Popover.tsx';
import { NoticePanel } from './NoticePanel.tsx';

const readAgain = 30_000;

/** How many notices wait, on every page; the panel below shows the newest. */
export function NoticeBell() {
  const text = useText();
  const query = useRoute(countNotices, {}, { refetchInterval: readAgain, staleTime: readAgain / 2 });
  const unseen = query.data?.unseen ?? 0;
  const label = unseen > 0 ? text('notice.bell.unseen', { count: unseen }) : text('notice.bell');
  return (
    <Popover
      label={text('notice.mine')}
      align="end"
      width={360}
      trigger={(props) => (
        <button type="button" className="icon-button notice-bell" aria-label={label} title={label} {...props}>
          <Icon name="bell" size={18} />
          {unseen > 0 ? <span className="notice-count" aria-hidden="true">{unseen > 99 ? '99+' : unseen}</span> : null}
        </button>
      )}
    >
      {(close) => <NoticePanel close={close} />}
    </Popover>
  );
}
