import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SummaryStrip } from '#web/kit/figure/SummaryStrip.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { offeredPanels } from '#web/router/collect-panels.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { useMay, useSession } from '#web/session/use-session.ts';
import { getCockpit } from '../publication.contract.ts';
import type { Cockpit } from '../publication.schema.ts';
import { ChangeEntry } from './ChangeEntry.tsx';
import { dayGroup } from './day.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { asOfToday, isEmptySpace, roomEntry } from './home-facts.ts';
import { byDue } from './waiting-item.ts';
import { WaitingLine } from './WaitingLine.tsx';
import { Warnings } from './Warnings.tsx';
import './home.css';
import './cockpit.css';

const few = 5;
const shownPanels = offeredPanels.filter((panel) => !panel.screenOnly);

/** One page for those who decide: figures, map, warnings, what waits, what changed. */
export default function CockpitPage() {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { session } = useSession();
  const query = useRoute(getCockpit, {});
  const importPath = roomEntry('intake');
  const mayImport = useMay('import.create') && importPath !== null;
  const cockpit = query.data;
  const empty = cockpit !== undefined && isEmptySpace(cockpit.figures);
  const head = (
    <PageHead
      title={text('publication.cockpit')}
      sample={session?.space?.kind === 'sample'}
      scope={[name(session?.space?.name), cockpit ? text('publication.cockpit.asOf', { at: format.moment(cockpit.asOf) }) : ''].filter(Boolean).join(' · ')}
      actions={empty ? null : <ButtonLink icon="screen" href="/screen">{text('publication.screen.open')}</ButtonLink>}
    />
  );
  if (query.error?.status === 403) return <div className="stack">{head}<section className="card"><NoPermission /></section></div>;
  if (query.error) return <div className="stack">{head}<section className="card"><ErrorState what={text('publication.cockpit')} problem={query.error} retry={() => void query.refetch()} /></section></div>;
  if (empty) return <div className="stack">{head}<FirstSteps importPath={mayImport ? importPath : null} /></div>;
  return (
    <div className="stack">
      {head}
      <SummaryStrip figures={cockpit ? cockpit.figures.map(asOfToday) : null} label={text('publication.home.figures')} />
      <div className="cockpit">
        <div className="stack">
          {shownPanels.map(({ key, Panel }) => <Panel key={key} large={false} />)}
        </div>
        <div className="stack home-columns">
          {cockpit ? <Beside cockpit={cockpit} /> : <LoadingSkeleton lines={12} height={560} />}
        </div>
      </div>
    </div>
  );
}

function Beside({ cockpit }: { cockpit: Cockpit }) {
  const text = useText();
  const { waiting, changes } = cockpit;
  return (
    <>
      <Warnings warnings={cockpit.warnings} />
      <Card title={text('publication.waiting')} note={waiting.length > 0 ? String(waiting.length) : undefined} flush actions={waiting.length > few ? <PageLink className="small" href="/">{text('publication.cockpit.allWaiting')}</PageLink> : null}>
        {waiting.length === 0 ? (
          <EmptyState title={text('publication.waiting.none')}>{text('publication.waiting.noneHint')}</EmptyState>
        ) : (
          <ul className="home-lines">{waiting.toSorted(byDue).slice(0, few).map((item, index) => <WaitingLine key={item.key} item={item} first={index === 0} />)}</ul>
        )}
      </Card>
      <Card title={text('publication.changes')} flush actions={<PageLink className="small" href="/">{text('publication.cockpit.allChanges')}</PageLink>}>
        {changes.length === 0 ? (
          <EmptyState title={text('publication.changes.none')}>{text('publication.changes.noneHint')}</EmptyState>
        ) : (
          <ol className="home-lines">{changes.slice(0, few).map((event) => <ChangeEntry key={event.id} event={event} dated={dayGroup(event.at) !== 'today'} />)}</ol>
        )}
      </Card>
    </>
  );
}
