import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { iconPaths } from '#web/kit/icon/paths.ts';
import type { IconName } from '#web/kit/icon/paths.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { daysUntil, localDay } from './day.ts';
import type { WaitingItem } from './waiting-item.ts';

const near = 7;

function useDue(due: string | null): { words: string; tone: 'critical' | 'warning' | '' } {
  const text = useText();
  const format = useFormat();
  if (due === null) return { words: '', tone: '' };
  const days = daysUntil(due);
  if (days < 0) return { words: text('publication.due.late', { count: -days }), tone: 'critical' };
  if (days === 0) return { words: text('publication.due.today'), tone: 'warning' };
  if (days === 1) return { words: text('publication.due.tomorrow'), tone: 'warning' };
  return { words: days <= near ? text('publication.due.days', { count: days }) : format.date(localDay(due)), tone: '' };
}

/** Keys begin with the room or the kind of record that waits; where there is an icon of that name it is shown. */
function iconOf(key: string): IconName {
  const stem = key.split(/[.:]/)[0] ?? '';
  return stem in iconPaths ? (stem as IconName) : 'document';
}

export function WaitingLine({ item, first }: { item: WaitingItem; first: boolean }) {
  const both = useBilingual();
  const detail = both(item.detail);
  const due = useDue(item.due);
  return (
    <li className="home-line">
      <span className={due.tone ? `home-icon home-icon-${due.tone}` : 'home-icon'}><Icon name={iconOf(item.key)} size={18} /></span>
      <span className="grow home-words">
        <PageLink className="home-sentence" href={item.href}>{both(item.text)}</PageLink>
        {detail ? <span className="small quiet cut">{detail}</span> : null}
      </span>
      {due.words ? <span className={`home-due ${due.tone}`}>{due.words}</span> : null}
      <ButtonLink size="small" kind={first ? 'primary' : 'plain'} href={item.href}>{both(item.verb)}</ButtonLink>
    </li>
  );
}
