import type { ComponentType } from 'react';
import type { MessageKey } from '#web/i18n/catalogue.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { offeredPanels } from '#web/router/collect-panels.ts';
import type { Cockpit } from '../../publication.schema.ts';
import { ChangeEntry } from '../ChangeEntry.tsx';
import { dayGroup } from '../day.ts';

interface PanelProps {
  cockpit: Cockpit;
}
interface ScreenPanel {
  key: string;
  title: MessageKey;
  Panel: ComponentType<PanelProps>;
}

const shownChanges = 6;

function Latest({ cockpit }: PanelProps) {
  const text = useText();
  return (
    <Card title={text('publication.changes')} flush>
      {cockpit.changes.length === 0 ? (
        <EmptyState title={text('publication.changes.none')}>{text('publication.changes.noneHint')}</EmptyState>
      ) : (
        <ol className="home-lines">{cockpit.changes.slice(0, shownChanges).map((event) => <ChangeEntry key={event.id} event={event} dated={dayGroup(event.at) !== 'today'} />)}</ol>
      )}
    </Card>
  );
}

/** In the order in which they go round: what the rooms offer, then what changed. */
export const panels: readonly ScreenPanel[] = [
  ...offeredPanels.map(({ key, title, Panel }) => ({ key, title, Panel: () => <Panel large /> })),
  { key: 'changes', title: 'publication.changes', Panel: Latest },
];
