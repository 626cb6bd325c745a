import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { countIndicatorFacetsRoute } from '../../words/indicator.contract.ts';

export interface DimensionTreeProps {
  query: string;
  state: 'draft' | 'active' | 'retired' | undefined;
  dimension: string | undefined;
  topic: string | undefined;
  onPick: (dimension: string | undefined, topic: string | undefined) => void;
}

/** Dimension, then topic, with how many indicators stand under each. */
export function DimensionTree({ query, state, dimension, topic, onPick }: DimensionTreeProps) {
  const text = useText();
  const format = useFormat();
  const { data } = useRoute(countIndicatorFacetsRoute, { query: { q: query || undefined, state } }, { keepPrevious: true });
  const line = (label: string, count: number, chosen: boolean, pick: () => void) => (
    <button type="button" className="indicator-tree-line" aria-pressed={chosen} onClick={pick}>
      <span className="grow cut">{label}</span>
      <span className="quiet">{format.count(count)}</span>
    </button>
  );
  return (
    <nav className="card indicator-tree" aria-label={text('indicator.tree')}>
      {line(text('indicator.tree.all'), data?.total ?? 0, dimension === undefined, () => onPick(undefined, undefined))}
      {(data?.byDimension ?? []).map((one) => {
        const key = one.dimension ?? 'none';
        const open = dimension === key;
        const topics = one.topics.filter((each) => each.topic !== null);
        return (
          <div key={key}>
            {line(text(`indicator.dimension.${key}`), one.count, open && topic === undefined, () => onPick(key, undefined))}
            {open && topics.length > 0 ? <div className="indicator-tree-topics">{topics.map((each) => <div key={each.topic}>{line(each.topic ?? '', each.count, topic === each.topic, () => onPick(key, each.topic ?? undefined))}</div>)}</div> : null}
          </div>
        );
      })}
    </nav>
  );
}
