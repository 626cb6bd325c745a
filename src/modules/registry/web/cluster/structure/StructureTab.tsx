import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Cluster } from '../../../words/cluster.schema.ts';
import { getClusterStructure } from '../../../words/structure.contract.ts';
import { DivisionCard } from './DivisionCard.tsx';
import { RingCard } from './RingCard.tsx';
import { SeatCard } from './SeatCard.tsx';

/** What the 1+N organisations make together: who does what, who sits where, and the three rings around it. */
export function StructureTab({ cluster }: { cluster: Cluster }) {
  const text = useText();
  const query = useRoute(getClusterStructure, { params: { clusterId: cluster.id } });
  return (
    <Loaded query={query} what={text('registry.cluster.structure')} lines={10}>
      {(structure) => (
        <div className="columns">
          <div className="stack"><DivisionCard structure={structure} /></div>
          <div className="stack">
            <SeatCard structure={structure} />
            <RingCard rings={structure.rings} />
          </div>
        </div>
      )}
    </Loaded>
  );
}
