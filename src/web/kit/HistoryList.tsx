import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from './figure/use-format.ts';
import { Icon } from './icon/Icon.tsx';

export interface HistoryEntry {
  id: string;
  at: string;
  text: ReactNode;
  by?: string;
  /** Old and new value; `ended` when the old one stopped being true and is struck through. */
  change?: { before: string | null; after: string | null; ended?: boolean };
}

export function HistoryList({ entries, more }: { entries: readonly HistoryEntry[]; more?: ReactNode }) {
  const text = useText();
  const format = useFormat();
  if (entries.length === 0) return <p className="quiet">{text('web.history.empty')}</p>;
  return (
    <>
      <ol className="history">
        {entries.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at} title={format.moment(entry.at)}>{format.date(entry.at)}</time>
            {entry.text}
            {entry.by ? <span className="quiet"> · {entry.by}</span> : null}
            {entry.change ? <ValueChange {...entry.change} /> : null}
          </li>
        ))}
      </ol>
      {more}
    </>
  );
}

export function ValueChange({ before, after, ended = false }: NonNullable<HistoryEntry['change']>) {
  return (
    <span className="change">
      {before === null ? null : ended ? <del>{before}</del> : <span className="muted">{before}</span>}
      {before === null ? null : <Icon name="right" size={12} />}
      <strong>{after ?? '—'}</strong>
    </span>
  );
}
