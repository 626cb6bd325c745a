import { useEffect, useRef } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { usePath } from '#web/router/use-search.ts';
import type { SessionView } from '#web/session/use-session.ts';
import { linesFor } from './lines-for.ts';
import { Logo } from './Logo.tsx';
import { RailLink } from './RailLink.tsx';
import type { RailState } from './use-rail.ts';

function useDrawer(rail: RailState) {
  const dialog = useRef<HTMLDialogElement>(null);
  const path = usePath();
  const { drawer, closeDrawer } = rail;
  useEffect(() => {
    if (drawer && !dialog.current?.open) dialog.current?.showModal();
    if (!drawer && dialog.current?.open) dialog.current.close();
  }, [drawer]);
  const latest = useRef(closeDrawer);
  latest.current = closeDrawer;
  useEffect(() => latest.current(), [path]);
  return dialog;
}

function RailLinks({ session }: { session: SessionView | null }) {
  const lines = linesFor(session);
  const end = lines.filter((line) => line.section === 'end');
  return (
    <>
      {lines.filter((line) => line.section === 'rooms').map((line) => <RailLink key={line.path} line={line} />)}
      {end.length > 0 ? <div className="rail-end">{end.map((line) => <RailLink key={line.path} line={line} />)}</div> : null}
    </>
  );
}

export function Rail({ session, rail }: { session: SessionView | null; rail: RailState }) {
  const text = useText();
  const drawer = useDrawer(rail);
  const label = rail.narrow ? text('web.rail.widen') : text('web.rail.narrow');
  return (
    <>
      <nav className="rail" aria-label={text('web.rail')}>
        <RailLinks session={session} />
        <button type="button" className="rail-toggle" aria-label={label} title={label} onClick={rail.toggle}>
          <Icon name="collapse" size={18} />
          <span>{text('web.rail.narrow')}</span>
        </button>
      </nav>
      <dialog className="drawer" ref={drawer} aria-label={text('web.rail')} onClose={rail.closeDrawer} onClick={(event) => (event.target === drawer.current ? rail.closeDrawer() : undefined)}>
        {rail.drawer ? (
          <nav className="drawer-body" aria-label={text('web.rail')}>
            <div className="drawer-head">
              <Logo /> <strong className="grow">Clusterloom</strong>
              <IconButton icon="cross" label={text('web.close')} onClick={rail.closeDrawer} />
            </div>
            <RailLinks session={session} />
          </nav>
        ) : null}
      </dialog>
    </>
  );
}
