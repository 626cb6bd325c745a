import { useEffect, useId } from 'react';
import type { ReactNode } from 'react';
import type { Figure } from '#platform/figure/figure.schema.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SummaryStrip } from '#web/kit/figure/SummaryStrip.tsx';
import type { StripFigure } from '#web/kit/figure/SummaryStrip.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import type { PageHeadProps } from '#web/kit/PageHead.tsx';
import { Tabs } from '#web/kit/Tabs.tsx';
import { useWidth } from '#web/kit/use-width.ts';
import { one } from '#web/router/search.ts';
import { rememberItem } from '#web/router/recent.ts';
import type { RecordTab } from './record-tab.ts';
import { useOfferedTabs } from './use-offered-tabs.tsx';
import { usePath, useSearch, useSetSearch } from '#web/router/use-search.ts';

export interface RecordPageProps extends Omit<PageHeadProps, 'actions'> {
  /** The one next step: a primary Button or ButtonLink. */
  primary?: ReactNode;
  actions?: ReactNode;
  /** Null while loading; left out when the record has none. */
  figures?: readonly (StripFigure | Figure)[] | null;
  tabs: readonly RecordTab[];
  /** Right column: people, related records, history. The last tab when there is no room for it. */
  side?: () => ReactNode;
  sideLabel?: string;
  /** A word that must be read before anything else: archived, merged into another record. */
  notice?: ReactNode;
  /** Kind of record: remembered among what was opened lately. */
  kind?: string;
}

const roomForSide = 1000;
const sideKey = 'about';

/** What hangs on the record stands before its history. */
function withOffered(tabs: readonly RecordTab[], offered: readonly RecordTab[]): readonly RecordTab[] {
  const at = tabs.findIndex((tab) => tab.key === 'history');
  return at < 0 ? [...tabs, ...offered] : [...tabs.slice(0, at), ...offered, ...tabs.slice(at)];
}

/** Every record has the same anatomy. The open tab is `?tab=`. */
export function RecordPage({ primary, actions, figures, tabs, side, sideLabel, notice, kind, ...head }: RecordPageProps) {
  const text = useText();
  const stem = useId();
  const path = usePath();
  useEffect(() => {
    if (kind) rememberItem({ href: path, label: head.title, kind });
  }, [kind, path, head.title]);
  const [body, width] = useWidth<HTMLDivElement>();
  const beside = side !== undefined && (width ?? window.innerWidth - 248) >= roomForSide;
  const asked = one(useSearch()['tab']);
  const setSearch = useSetSearch();
  const offered = useOfferedTabs();
  const inner = withOffered(tabs, offered);
  const all: readonly RecordTab[] = side && !beside ? [...inner, { key: sideKey, label: sideLabel ?? text('web.record.side'), content: side }] : inner;
  const current = all.find((tab) => tab.key === asked) ?? all[0];
  return (
    <div className="record" ref={body}>
      <PageHead {...head} actions={actions || primary ? <>{actions}{primary}</> : undefined} />
      {notice}
      {figures === undefined ? null : <SummaryStrip figures={figures} label={text('web.record.figures')} />}
      {all.length > 1 ? (
        <Tabs label={head.title} items={all} value={current?.key ?? ''} idStem={stem} onChange={(key) => setSearch({ tab: key === all[0]?.key ? undefined : key })} />
      ) : null}
      <div className={beside ? 'record-body record-beside' : 'record-body'}>
        <div className="stack" {...(all.length > 1 ? { role: 'tabpanel', id: `${stem}-panel`, 'aria-labelledby': `${stem}-${current?.key}` } : {})}>
          {current?.content()}
        </div>
        {beside ? <aside className="stack" aria-label={sideLabel ?? text('web.record.side')}>{side()}</aside> : null}
      </div>
    </div>
  );
}
