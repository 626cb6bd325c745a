import type { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { useSession } from '#web/session/use-session.ts';
import type { listWaiting } from '../publication.contract.ts';
import { byDue } from './waiting-item.ts';
import { WaitingLine } from './WaitingLine.tsx';

/** Under which mandate all this waits: its name when there is one, plain words when there are several. */
function useMandateLine(): string {
  const text = useText();
  const name = useName();
  const { session } = useSession();
  const [mandate, ...others] = session?.mandates ?? [];
  if (!mandate || others.length > 0) return text('publication.waiting.allMandates', { count: session?.mandates.length ?? 0 });
  const role = text(`identity.role.${mandate.role}`);
  return mandate.scopeName ? `${role} · ${name(mandate.scopeName)}` : role;
}

export function Waiting({ query }: { query: ReturnType<typeof useRoute<typeof listWaiting>> }) {
  const text = useText();
  const mandate = useMandateLine();
  const count = query.data?.items.length;
  return (
    <Card title={text('publication.waiting')} note={count ? String(count) : undefined} flush>
      <Loaded query={query} what={text('publication.waiting')} skeleton={<LoadingSkeleton lines={8} height={320} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={text('publication.waiting.none')}>{text('publication.waiting.noneHint')}</EmptyState>
          ) : (
            <>
              <h3 className="home-group">{mandate} <span className="quiet">{items.length}</span></h3>
              <ul className="home-lines">
                {items.toSorted(byDue).map((item, index) => <WaitingLine key={item.key} item={item} first={index === 0} />)}
              </ul>
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
