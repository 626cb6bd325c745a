import type { ComponentType } from 'react';
import type { MessageKey } from '#web/i18n/catalogue.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Cockpit } from '../../publication.schema.ts';
import { ChangeEntry } from '../ChangeEntry.tsx';
import { ClusterMapCard } from '../ClusterMapCard.tsx';
import { dayGroup } from '../day.ts';
import { LargestClusters } from '../LargestClusters.tsx';

interface PanelProps {
  cockpit: Cockpit;
}
interface ScreenPanel {
  key: string;
  title: MessageKey;
  Panel: ComponentType<PanelProps>;
}

const shownChanges = 6;

function Clusters() {
  return <ClusterMapCard title={useText()('publication.cockpit.map')} tall />;
}

function Organisations() {
  return <ClusterMapCard title={useText()('publication.screen.organisations')} of="organisations" tall />;
}

function Largest() {
  return <LargestClusters most={10} />;
}

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

/** In the order in which they go round. */
export const panels: readonly ScreenPanel[] = [
  { key: 'clusters', title: 'publication.cockpit.map', Panel: Clusters },
  { key: 'organisations', title: 'publication.screen.organisations', Panel: Organisations },
  { key: 'largest', title: 'publication.largest', Panel: Largest },
  { key: 'changes', title: 'publication.changes', Panel: Latest },
];
