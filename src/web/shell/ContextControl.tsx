import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Menu } from '#web/kit/Menu.tsx';
import type { SessionView } from '#web/session/use-session.ts';
import { useSessionDeeds } from '#web/session/use-session.ts';
import { PeriodPart } from './PeriodPart.tsx';
import { TerritoryPart } from './TerritoryPart.tsx';

/** Space, territory and period are one control; territory and period live in the URL and go along from page to page. */
export function ContextControl({ session }: { session: SessionView | null }) {
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
      <TerritoryPart />
      <PeriodPart />
    </div>
  );
}
