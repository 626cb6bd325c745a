import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { getSpecialisationPicture } from '../../words/specialisation.contract.ts';
import { CellTable } from './CellTable.tsx';
import { ClauseCard } from './ClauseCard.tsx';
import { FocusBar } from './FocusBar.tsx';
import { QuotientBubbles } from './QuotientBubbles.tsx';
import { QuotientMap } from './QuotientMap.tsx';
import type { ViewProps } from './view.ts';

/** Map, bubbles and ranked table of the same cells: of one industry, one region, or all strong clusters. */
export function CellsTab({ overview, selection }: ViewProps) {
  const text = useText();
  const [industry, region] = [selection.read('industry'), selection.read('region')];
  const focus = { ...(industry ? { industry } : {}), ...(region ? { regions: region } : {}), ...(industry || region ? {} : { strong: 'true' as const }) };
  const query = useRoute(getSpecialisationPicture, { params: { crossTableId: overview.table.id }, query: { ...selection.query, ...focus } }, { keepPrevious: true });
  const pictures = query.data;
  return (
    <>
      <FocusBar overview={overview} selection={selection} />
      <div className={industry && overview.mapLevel ? 'columns' : 'stack'}>
        {industry && overview.mapLevel ? <QuotientMap overview={overview} selection={selection} picture={pictures ?? null} /> : <p className="selection-note small">{text(overview.mapLevel ? 'observatory.specialisation.mapNeedsIndustry' : 'observatory.specialisation.noMap')}</p>}
        {query.error && !pictures ? <section className="card"><ErrorState what={text('observatory.specialisation.bubbles')} problem={query.error} retry={() => void query.refetch()} /></section> : pictures ? <QuotientBubbles overview={overview} selection={selection} picture={pictures} /> : <LoadingSkeleton lines={0} height={420} />}
      </div>
      <ClauseCard overview={overview} selection={selection} />
      <CellTable overview={overview} selection={selection} />
    </>
  );
}
