import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Cockpit } from '../publication.schema.ts';

/** An empty list never means all is well: it is said whether anything is being watched at all. */
export function Warnings({ warnings }: { warnings: Cockpit['warnings'] }) {
  const text = useText();
  const both = useBilingual();
  const { state, items } = warnings;
  const tag = state === 'noSource' ? <Tag icon="question">{text('publication.warnings.notWatched')}</Tag> : state === 'quiet' ? <Tag tone="positive" icon="check">{text('publication.warnings.watched')}</Tag> : <Tag tone="critical" icon="warning">{String(items.length)}</Tag>;
  return (
    <Card title={text('publication.warnings')} actions={tag} flush>
      {state === 'raised' ? (
        <ul className="home-lines">
          {items.map((item) => (
            <li key={item.key} className="home-line">
              <span className="home-icon home-icon-critical"><Icon name="warning" size={18} /></span>
              <span className="grow home-words">
                <PageLink className="home-sentence" href={item.href}>{both(item.text)}</PageLink>
                {item.detail ? <span className="small quiet">{both(item.detail)}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={text(state === 'quiet' ? 'publication.warnings.quiet' : 'publication.warnings.noSource')}>{text(state === 'quiet' ? 'publication.warnings.quietHint' : 'publication.warnings.noSourceHint')}</EmptyState>
      )}
    </Card>
  );
}
