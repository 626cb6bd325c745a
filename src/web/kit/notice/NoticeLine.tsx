import { seeNotice } from '#modules/notice/notice.contract.ts';
import type { NoticeView } from '#modules/notice/notice.schema.ts';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { noticeText } from './notice-words.ts';

/** One notice: opening it is what makes it seen. */
export function NoticeLine({ notice, onOpen }: { notice: NoticeView; onOpen?: () => void }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const see = useWrite(seeNotice, { touches: ['waiting'] });
  const isNew = notice.seenAt === null && notice.doneAt === null;
  const isLate = notice.doneAt === null && notice.dueAt !== null && Date.parse(notice.dueAt) < Date.now();
  const open = () => {
    if (notice.seenAt === null) see.mutate({ params: { noticeId: notice.id } });
    onOpen?.();
  };
  return (
    <li className={isNew ? 'notice-line notice-new' : 'notice-line'}>
      <PageLink href={notice.href} onClick={open}>
        <span className="notice-words">
          {isNew ? <span className="visually-hidden">{text('notice.isNew')} </span> : null}
          {noticeText(notice, notice.name ? name(notice.name) : '')}
        </span>
        <span className="notice-facts">
          <time dateTime={notice.updatedAt}>{format.moment(notice.updatedAt)}</time>
          {notice.byName ? <span>{name(notice.byName)}</span> : null}
          {notice.params['inPlaceOf'] ? <Tag tone="brand">{text('notice.inPlaceOf', { name: String(notice.params['inPlaceOf']) })}</Tag> : null}
          {notice.merged > 1 ? <Tag>{text('notice.merged', { count: notice.merged })}</Tag> : null}
          {notice.doneAt !== null ? <Tag tone="positive" icon="check">{text('notice.isDone')}</Tag> : null}
          {notice.doneAt === null && notice.dueAt !== null ? <Tag tone={isLate ? 'critical' : 'warning'} icon="clock">{text(isLate ? 'notice.late' : 'notice.due', { at: format.moment(notice.dueAt) })}</Tag> : null}
        </span>
      </PageLink>
    </li>
  );
}
