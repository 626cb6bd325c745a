import { useEffect } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { SummaryStrip } from '#web/kit/figure/SummaryStrip.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo } from '#web/router/use-search.ts';
import { holdScheme } from '#web/theme/scheme.ts';
import { getCockpit } from '../../publication.contract.ts';
import { asOfToday } from '../home-facts.ts';
import { panels } from './panels.tsx';
import { ScreenHead } from './ScreenHead.tsx';
import { ScreenWaiting } from './ScreenWaiting.tsx';
import { useRotation } from './use-rotation.ts';
import '../home.css';
import './screen.css';

const secondsEach = 20;
const refreshEvery = 60_000;
const shownFigures = 5;

/** The cockpit for a wall: dark, large, one panel after another, nothing to edit. */
export default function ScreenPage() {
  const text = useText();
  const go = useGo();
  const query = useRoute(getCockpit, {}, { refetchInterval: refreshEvery });
  const rotation = useRotation(panels.length, secondsEach);
  useEffect(() => holdScheme('dark'), []);
  useEffect(() => {
    document.title = `${text('publication.screen')} · Clusterloom`;
  }, [text]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest('button, a, input, [role="application"]')) return;
      if (event.key === 'Escape' && !document.fullscreenElement) go('/cockpit');
      else if (event.key === ' ') rotation.pause();
      else if (event.key === 'ArrowRight') rotation.show(rotation.at + 1);
      else if (event.key === 'ArrowLeft') rotation.show(rotation.at - 1);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  const cockpit = query.data;
  const panel = panels[rotation.at] ?? panels[0];
  const figures = cockpit?.figures.slice(0, shownFigures).map(asOfToday);
  return (
    <div className="screen">
      <ScreenHead rotation={rotation} count={panels.length} asOf={cockpit?.asOf ?? null} />
      {query.error && !cockpit ? (
        <main className="card">{query.error.status === 403 ? <NoPermission /> : <ErrorState what={text('publication.screen')} problem={query.error} retry={() => void query.refetch()} />}</main>
      ) : (
        <main className="screen-body" id="main" tabIndex={-1}>
          <section className="screen-figures" aria-label={text('publication.home.figures')}>
            {figures ? figures.map((figure) => <Figure key={figure.key} figure={figure} as="large" />) : <SummaryStrip figures={null} label={text('publication.home.figures')} />}
          </section>
          <section className="screen-panel" aria-label={panel ? text(panel.title) : undefined} aria-live="off">{cockpit && panel ? <panel.Panel cockpit={cockpit} /> : null}</section>
          <aside className="screen-side">{cockpit ? <ScreenWaiting cockpit={cockpit} /> : null}</aside>
        </main>
      )}
      <footer className="screen-foot">{text('publication.screen.foot')}</footer>
    </div>
  );
}
