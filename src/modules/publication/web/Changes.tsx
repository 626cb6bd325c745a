import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { listFeed } from '../publication.contract.ts';
import { ChangeEntry } from './ChangeEntry.tsx';
import { dayGroup } from './day.ts';

const groups = ['today', 'yesterday', 'earlier'] as const;
const step = 12;
const most = 200;

export function Changes() {
  const text = useText();
  const [limit, setLimit] = useState(step);
  const query = useRoute(listFeed, { query: { limit } }, { keepPrevious: true });
  return (
    <Card title={text('publication.changes')} flush>
      <Loaded query={query} what={text('publication.changes')} skeleton={<LoadingSkeleton lines={8} height={320} />}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState title={text('publication.changes.none')}>{text('publication.changes.noneHint')}</EmptyState>
          ) : (
            <>
              {groups.map((group) => {
                const events = items.filter((event) => dayGroup(event.at) === group);
                return events.length === 0 ? null : (
                  <section key={group} aria-label={text(`publication.changes.${group}`)}>
                    <h3 className="home-group">{text(`publication.changes.${group}`)}</h3>
                    <ol className="home-lines">
                      {events.map((event) => <ChangeEntry key={event.id} event={event} dated={group === 'earlier'} />)}
                    </ol>
                  </section>
                );
              })}
              {nextCursor && limit < most ? (
                <p className="home-more"><Button kind="quiet" size="small" busy={query.isFetching} onClick={() => setLimit(Math.min(most, limit + 24))}>{text('publication.changes.more')}</Button></p>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
