import { useList } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { eventText } from '#web/kit/event/event-words.ts';
import { useByFor } from '#web/kit/event/by-for.ts';
import { HistoryList, ValueChange } from '#web/kit/HistoryList.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { listHistory } from '../../words/record.contract.ts';
import type { HistoryEntry } from '../../words/record.contract.ts';
import { useFieldWords } from './use-field-words.ts';
import { useValueWords } from './use-value-words.ts';

export interface HistoryCardProps {
  subjectKind: string;
  subjectId: string;
  /** The last few entries, for the right column. */
  short?: boolean;
}

export function HistoryCard({ subjectKind, subjectId, short = false }: HistoryCardProps) {
  const text = useText();
  const byFor = useByFor();
  const list = useList(listHistory, { query: { subjectKind, subjectId, limit: short ? 5 : 30 } });
  const entries = list.items.map((entry) => ({
    id: entry.id,
    at: entry.at,
    text: (
      <>
        {eventText(entry.event)}
        <span className="quiet"> · {byFor(entry.actorName, entry.forName)}</span>
        {short ? null : <Changes entry={entry} kind={subjectKind} />}
      </>
    ),
  }));
  return (
    <Card title={text('registry.tab.history')} {...(short && (list.total ?? 0) > 5 ? { actions: <PageLink className="small" href="?tab=history">{text('registry.history.all', { count: list.total ?? 0 })}</PageLink> } : {})}>
      {list.error ? (
        <ErrorState what={text('registry.tab.history')} problem={list.error} retry={list.retry} />
      ) : list.loading ? (
        <LoadingSkeleton lines={short ? 3 : 8} />
      ) : (
        <HistoryList entries={entries} more={list.hasMore && !short ? <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>{text('web.history.more')}</Button> : null} />
      )}
    </Card>
  );
}

/** What a change is about, such as the member, stands on both sides and is said once. */
const isSame = (before: unknown, after: unknown): boolean => before !== null && JSON.stringify(before) === JSON.stringify(after);

/** Field by field: what it was and what it became. */
function Changes({ entry, kind }: { entry: HistoryEntry; kind: string }) {
  const words = useValueWords(kind);
  const fieldWords = useFieldWords();
  const changes = Object.entries(entry.changes ?? {});
  if (changes.length === 0) return null;
  return (
    <dl className="facts small history-changes">
      {changes.map(([field, [before, after]]) => (
        <div key={field} className="facts-pair">
          <dt>{fieldWords(field)}</dt>
          <dd>{isSame(before, after) ? words(field, after) : <ValueChange before={words(field, before)} after={words(field, after)} />}</dd>
        </div>
      ))}
    </dl>
  );
}
