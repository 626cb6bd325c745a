import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { TracePanel } from '#web/kit/trace/TracePanel.tsx';
import { useOpenTrace } from '#web/kit/trace/use-trace.ts';
import type { PageRoute } from '#web/router/page-route.ts';
import type { SessionView } from '#web/session/use-session.ts';
import { ActingBanner } from './ActingBanner.tsx';
import { Rail } from './Rail.tsx';
import { RoomBar } from './RoomBar.tsx';
import { SearchPalette } from './palette/SearchPalette.tsx';
import { TopBar } from './TopBar.tsx';
import { useRail } from './use-rail.ts';
import { Watermark } from './Watermark.tsx';

export interface ShellProps {
  session: SessionView | null;
  /** Parts of the context that the page narrows itself to. */
  reads: NonNullable<PageRoute['reads']>;
  children: ReactNode;
}

export function Shell({ session, reads, children }: ShellProps) {
  const text = useText();
  const rail = useRail();
  const [searching, setSearching] = useState(false);
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
      <TopBar session={session} reads={reads} onSearch={() => setSearching(true)} onRail={rail.openDrawer} />
      <Rail session={session} rail={rail} />
      <main id="main" tabIndex={-1}><ActingBanner session={session} /><RoomBar session={session} />{children}</main>
      <TracePanel />
      <Watermark session={session} />
      <SearchPalette open={searching} close={() => setSearching(false)} />
    </div>
  );
}
