import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { SummaryStrip } from '#web/kit/figure/SummaryStrip.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useMay, useSession } from '#web/session/use-session.ts';
import { listFigures, listWaiting } from '../publication.contract.ts';
import { Changes } from './Changes.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { asOfToday, isEmptySpace, roomEntry, useToday, useWaitingFigure } from './home-facts.ts';
import { OwnRecords } from './OwnRecords.tsx';
import { Waiting } from './Waiting.tsx';
import './home.css';

/** What waits for me beside what changed; with nothing to show, three steps to begin with. */
export default function Home() {
  const text = useText();
  const name = useName();
  const today = useToday();
  const { session } = useSession();
  const figures = useRoute(listFigures, { query: { subject: 'space' } });
  const waiting = useRoute(listWaiting, {});
  const waitingFigure = useWaitingFigure(waiting.data?.items ?? null);
  const importPath = roomEntry('intake');
  const mayImport = useMay('import.create') && importPath !== null;
  const empty = figures.data !== undefined && isEmptySpace(figures.data.items);
  const stripped = figures.data && waitingFigure ? [waitingFigure, ...figures.data.items.slice(0, 5).map(asOfToday)] : null;
  const head = (
    <PageHead
      title={today}
      sample={session?.space?.kind === 'sample'}
      scope={session?.person ? text('publication.home.scope', { name: name(session.person.name), space: name(session.space?.name) }) : null}
      actions={<><OwnRecords />{mayImport && !empty ? <ButtonLink icon="download" href={importPath}>{text('publication.home.import')}</ButtonLink> : null}</>}
    />
  );
  if (figures.error?.status === 403) return <div className="stack">{head}<section className="card"><NoPermission /></section></div>;
  if (empty) return <div className="stack">{head}<FirstSteps importPath={mayImport ? importPath : null} /></div>;
  return (
    <div className="stack">
      {head}
      {figures.error ? (
        <section className="card"><ErrorState what={text('publication.home.figures')} problem={figures.error} retry={() => void figures.refetch()} /></section>
      ) : (
        <SummaryStrip figures={stripped} label={text('publication.home.figures')} />
      )}
      <div className="columns-wide home-columns">
        <Waiting query={waiting} />
        <Changes />
      </div>
    </div>
  );
}
