import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';

export interface CountBar {
  key: string;
  label: string;
  count: number;
  /** Narrows the list to these; left out where there is nothing to narrow to. */
  choose?: (() => void) | undefined;
}

const shownBars = 10;

/** Counts along one axis, each a way into the list. */
export function CountBars({ title, bars, caption }: { title: string; bars: readonly CountBar[]; caption?: string | undefined }) {
  const text = useText();
  const format = useFormat();
  const shown = bars.slice(0, shownBars);
  const most = Math.max(1, ...shown.map((bar) => bar.count));
  const rest = bars.length - shown.length;
  const said = [caption, rest > 0 ? text('registry.organisation.facet.more', { count: rest }) : undefined].filter(Boolean).join(' ');
  if (bars.length === 0) return null;
  return (
    <Card title={title} {...(said ? { caption: said } : {})}>
      <ul className="bar-chart" aria-label={title}>
        {shown.map((bar) => (
          <li key={bar.key}>
            {bar.choose ? <button type="button" className="button button-quiet button-small cut facet-name" onClick={bar.choose}>{bar.label}</button> : <span className="cut quiet">{bar.label}</span>}
            <span className="bar-track" aria-hidden="true"><span style={{ width: `${(bar.count / most) * 100}%` }} /></span>
            <span className="number">{format.count(bar.count)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
