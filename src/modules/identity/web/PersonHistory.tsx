import { useList } from '#web/api/use-route.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { eventText, valueText } from '#web/kit/event/event-words.ts';
import { useByFor } from '#web/kit/event/by-for.ts';
import { HistoryList } from '#web/kit/HistoryList.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { listAudit } from '../identity.contract.ts';
import type { AuditEntry } from '../identity.schema.ts';

/** What was done to this person's rights and data, newest first. */
export function PersonHistory({ personId }: { personId: string }) {
  const text = useText();
  const byFor = useByFor();
  const language = useLanguage();
  const title = text('identity.person.history');
  const list = useList(listAudit, { query: { subjectKind: 'person', subjectId: personId, limit: 30 } });
  const toEntry = (entry: AuditEntry) => {
    const [first] = Object.entries(entry.changes ?? {});
    const change = first ? { change: { before: valueText(first[1][0], first[0], language), after: valueText(first[1][1], first[0], language), ended: true } } : {};
    return { id: entry.id, at: entry.at, text: eventText(entry.event), by: byFor(entry.actorName, entry.forName), ...change };
  };
  return (
    <Card title={title}>
      <ListBody list={list} narrowed={false} clear={() => undefined} what={title} empty={<EmptyState title={text('web.history.empty')} />}>
        <HistoryList entries={list.items.map(toEntry)} more={list.hasMore ? <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>{text('web.history.more')}</Button> : null} />
      </ListBody>
    </Card>
  );
}
