import { useEffect, useRef } from 'react';
import { getTrace } from '#modules/publication/publication.contract.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { TraceContent } from './TraceContent.tsx';
import { useOpenTrace } from './use-trace.ts';

/** The figure's trace beside the page. Escape closes and gives focus back to the figure. */
export function TracePanel() {
  const { link, text: shown, close } = useOpenTrace();
  const text = useText();
  const panel = useRef<HTMLElement>(null);
  const query = useRoute(getTrace, { params: { provider: link?.provider ?? '' }, query: link?.params ?? {} }, { enabled: link !== null });
  useEffect(() => {
    if (shown === null) return;
    panel.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [shown, close]);
  if (shown === null) return null;
  return (
    <aside className="trace" aria-label={text('web.trace')} tabIndex={-1} ref={panel}>
      <Loaded
        query={query}
        what={text('web.trace')}
        skeleton={
          <div className="trace-part">
            <LoadingSkeleton lines={12} />
          </div>
        }
      >
        {(trace) => <TraceContent trace={trace} close={close} />}
      </Loaded>
      {query.data ? null : <IconButton className="trace-close-alone" icon="cross" label={text('web.close')} onClick={close} />}
    </aside>
  );
}
