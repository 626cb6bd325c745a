import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { TracePanel } from '#web/kit/trace/TracePanel.tsx';
import { useOpenTrace } from '#web/kit/trace/use-trace.ts';
import { usePath } from '#web/router/use-search.ts';
import type { SessionView } from '#web/session/use-session.ts';
import { Rail } from './Rail.tsx';
import { SearchPalette } from './palette/SearchPalette.tsx';
import { TopBar } from './TopBar.tsx';
import { useRail } from './use-rail.ts';

export function Shell({ session, children }: { session: SessionView | null; children: ReactNode }) {
  const text = useText();
  const rail = useRail();
  const [searching, setSearching] = useState(false);
  const path = usePath();
  const { text: trace } = useOpenTrace();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setSearching(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const classes = ['app', rail.narrow ? 'app-narrow' : '', trace === null ? '' : 'app-traced'].filter(Boolean).join(' ');
  return (
    <div className={classes}>
      <a className="skip" href="#main">{text('web.skip')}</a>
      <TopBar session={session} onSearch={() => setSearching(true)} onRail={rail.openDrawer} />
      <Rail session={session} rail={rail} />
      <main id="main" key={path.split('/')[1] ?? ''} tabIndex={-1}>{children}</main>
      <TracePanel />
      <SearchPalette open={searching} close={() => setSearching(false)} />
    </div>
  );
}
