import { useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { Menu } from '#web/kit/Menu.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';

export interface MapFrameProps {
  title: ReactNode;
  note?: ReactNode;
  legend?: ReactNode;
  picture: ReactNode;
  table: ReactNode;
  /** What the picture shows and what it leaves out, in one sentence. */
  summary: ReactNode;
  /** Under the head and above the picture: a composition bar, time steps. */
  above?: ReactNode;
  low?: boolean | undefined;
  /** A map that fills a page. */
  tall?: boolean | undefined;
  exports?: readonly { key: string; label: string; save: () => void }[];
}

function useFullScreen() {
  const frame = useRef<HTMLElement>(null);
  const on = useSyncExternalStore(
    (listener) => {
      document.addEventListener('fullscreenchange', listener);
      return () => document.removeEventListener('fullscreenchange', listener);
    },
    () => document.fullscreenElement !== null && document.fullscreenElement === frame.current,
  );
  return { frame, on, toggle: () => void (on ? document.exitFullscreen() : frame.current?.requestFullscreen()) };
}

/** One frame for maps, chains and networks: title, legend, picture or table, sentence, export, full screen. */
export function MapFrame({ title, note, legend, picture, table, summary, above, low = false, tall = false, exports = [] }: MapFrameProps) {
  const text = useText();
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const { frame, on, toggle } = useFullScreen();
  return (
    <section className={low ? 'card map map-low' : tall ? 'card map map-tall' : 'card map'} ref={frame}>
      <header className="card-head">
        <h2>{title}</h2>
        {note ? <span className="card-note">{note}</span> : null}
        <span className="card-actions">
          <Segmented label={text('web.map.view')} value={view} onChange={setView} options={[{ value: 'picture', label: text('web.map.picture') }, { value: 'table', label: text('web.map.table') }]} />
          {exports.length > 0 ? (
            <Menu label={text('web.map.export')} align="end" items={exports.map((each) => ({ key: each.key, label: each.label, onSelect: each.save }))} trigger={(props) => <IconButton icon="download" label={text('web.map.export')} {...props} />} />
          ) : null}
          <IconButton icon={on ? 'shrink' : 'expand'} label={on ? text('web.map.leaveFullScreen') : text('web.map.fullScreen')} onClick={toggle} />
        </span>
      </header>
      {above}
      {view === 'picture' ? (
        <>
          {legend}
          {picture}
        </>
      ) : (
        table
      )}
      <p className="caption">{summary}</p>
    </section>
  );
}
