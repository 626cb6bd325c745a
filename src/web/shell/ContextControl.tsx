import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Menu } from '#web/kit/Menu.tsx';
import type { PageRoute } from '#web/router/page-route.ts';
import type { SessionView } from '#web/session/use-session.ts';
import { useSessionDeeds } from '#web/session/use-session.ts';
import { PeriodPart } from './PeriodPart.tsx';
import { TerritoryPart } from './TerritoryPart.tsx';

export interface ContextControlProps {
  session: SessionView | null;
  reads: NonNullable<PageRoute['reads']>;
}

/** Space, territory and period are one control. The last two live in the URL, go along from page to page, and show only where the page heeds them. */
export function ContextControl({ session, reads }: ContextControlProps) {
  const text = useText();
  const name = useName();
  const deeds = useSessionDeeds();
  const space = session?.space ?? null;
  return (
    <div className="context" role="group" aria-label={text('web.context')}>
      <Menu
        label={text('web.context.space')}
        width={280}
        items={(session?.spaces ?? []).map((each) => ({
          key: each.id,
          on: each.id === space?.id,
          label: <>{name(each.name)} {each.kind === 'sample' ? <SampleTag /> : null}</>,
          onSelect: () => (each.id === space?.id ? undefined : void deeds.switchSpace(each.id)),
        }))}
        trigger={(props) => (
          <button type="button" className="context-part" {...props}>
            <span className="context-word">{text('web.context.space')}</span>
            <span className="context-value">{name(space?.name) || '—'}</span>
            <Icon name="down" size={12} />
          </button>
        )}
      />
      {reads.includes('territory') ? <TerritoryPart /> : null}
      {reads.includes('period') ? <PeriodPart /> : null}
    </div>
  );
}
