import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { useGo } from '#web/router/use-search.ts';
import { useSession } from '#web/session/use-session.ts';
import { panels } from './panels.tsx';
import type { Rotation } from './use-rotation.ts';

/** Which panel, how long it stays, and how to stop it or leave. */
export function ScreenHead({ rotation, count, asOf }: { rotation: Rotation; count: number; asOf: string | null }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const go = useGo();
  const { session } = useSession();
  const full = () => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  return (
    <header className="screen-head">
      <Icon name="cluster" size={28} />
      <h1>{text('publication.screen.title', { space: name(session?.space?.name) })}</h1>
      {session?.space?.kind === 'sample' ? <SampleTag /> : null}
      <span className="muted">{asOf ? text('publication.cockpit.asOf', { at: format.moment(asOf) }) : ''}</span>
      <span className="push row">
        <span className="muted nowrap">{text('publication.screen.at', { at: rotation.at + 1, count })}</span>
        <span className="screen-dots" role="group" aria-label={text('publication.screen.panels')}>
          {panels.map((panel, at) => <button key={panel.key} type="button" aria-label={text(panel.title)} aria-current={at === rotation.at ? 'true' : undefined} onClick={() => rotation.show(at)} />)}
        </span>
        <span className="muted nowrap screen-left">{rotation.paused ? text('publication.screen.paused') : text('publication.screen.left', { count: rotation.left })}</span>
        <button type="button" className="button" onClick={rotation.pause} aria-pressed={rotation.paused}>{text(rotation.paused ? 'publication.screen.resume' : 'publication.screen.pause')}</button>
        <IconButton icon="expand" size={20} label={text('web.map.fullScreen')} onClick={full} />
        <IconButton icon="exit" size={20} label={text('publication.screen.leave')} onClick={() => go('/cockpit')} />
      </span>
    </header>
  );
}
