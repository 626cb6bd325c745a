import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Cockpit } from '../../publication.schema.ts';
import { byDue } from '../waiting-item.ts';
import { Warnings } from '../Warnings.tsx';

const few = 3;

/** What stays in sight while the panels change: warnings, and what waits. Only read here; deeds are on the linked pages. */
export function ScreenWaiting({ cockpit }: { cockpit: Cockpit }) {
  const text = useText();
  const both = useBilingual();
  return (
    <>
      <Warnings warnings={cockpit.warnings} />
      <Card title={text('publication.screen.waiting')} note={cockpit.waiting.length > 0 ? String(cockpit.waiting.length) : undefined} flush>
        {cockpit.waiting.length === 0 ? <EmptyState title={text('publication.screen.waiting.none')} /> : null}
        <ul className="line-list line-list-rows">
          {cockpit.waiting.toSorted(byDue).slice(0, few).map((item) => <li key={item.key}><PageLink href={item.href}>{both(item.text)}</PageLink></li>)}
        </ul>
      </Card>
    </>
  );
}
