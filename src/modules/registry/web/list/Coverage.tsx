import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import type { ListSummary } from '../../words/list.schema.ts';

type Counts = Pick<ListSummary, 'announcedCount' | 'entryCount'>;

/** What the issuer announced beside what is here; neither number is ever made to fit the other. */
export function useCoverage(): (list: Counts) => { words: string; whole: boolean } {
  const text = useText();
  const format = useFormat();
  return ({ announcedCount: announced, entryCount: here }) => {
    const said = { announced: format.count(announced ?? 0), here: format.count(here), gap: format.count(Math.abs((announced ?? 0) - here)) };
    if (announced === null) return { words: text('registry.list.coverage.unstated', said), whole: false };
    if (announced === here) return { words: text('registry.list.coverage.whole', said), whole: true };
    if (here === 0) return { words: text('registry.list.coverage.none', said), whole: false };
    return { words: text(here < announced ? 'registry.list.coverage.fewer' : 'registry.list.coverage.more', said), whole: false };
  };
}

export function Coverage({ list }: { list: Counts }) {
  const coverage = useCoverage();
  const { words, whole } = coverage(list);
  return <span className={whole ? 'row-tight positive' : 'row-tight muted'}>{words}{whole ? <Icon name="check" size={14} /> : null}</span>;
}
