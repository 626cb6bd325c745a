import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { DensityMap } from '../../words/map.schema.ts';
import { colouredTrades, tokenOf } from './use-scene.ts';

interface TradeLegendProps {
  data: DensityMap;
  byDensity: boolean;
  hidden: ReadonlySet<number>;
  onHide: (hidden: ReadonlySet<number>) => void;
}

/** Lines of the legend: the largest trades, the others together, and those of which nobody said the trade. */
export function tradeGroups(data: DensityMap, text: ReturnType<typeof useText>, name: ReturnType<typeof useName>): { group: number; label: string; count: number }[] {
  const rest = data.trades.slice(colouredTrades);
  const unknown = data.points.trades.filter((trade) => trade < 0).length;
  return [
    ...data.trades.slice(0, colouredTrades).map((trade, at) => ({ group: at, label: name(trade.name), count: trade.count })),
    ...(rest.length > 0 ? [{ group: colouredTrades, label: text('observatory.map.otherTrades', { count: rest.length }), count: rest.reduce((sum, { count }) => sum + count, 0) }] : []),
    ...(unknown > 0 ? [{ group: -1, label: text('observatory.map.unknownTrade'), count: unknown }] : []),
  ];
}

/** Trades switch on and off; the small ones together, and those of which nobody said the trade. */
export function TradeLegend({ data, byDensity, hidden, onHide }: TradeLegendProps) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  if (byDensity) {
    const inside = data.points.ids.length - data.scattered;
    return <>{[[text('observatory.map.inside'), '--brand-solid', inside], [text('observatory.map.scattered'), '--border-control', data.scattered]].map(([label, token, count]) => <span key={token} className="legend-item"><Dot token={String(token)} /> {label} <b>{format.count(Number(count))}</b></span>)}</>;
  }
  const toggle = (group: number) => {
    const next = new Set(hidden);
    if (!next.delete(group)) next.add(group);
    onHide(next);
  };
  const groups = tradeGroups(data, text, name);
  return (
    <>
      {groups.map(({ group, label, count }) => (
        <button key={group} type="button" className="legend-item" aria-pressed={!hidden.has(group)} onClick={() => toggle(group)}>
          <Dot token={tokenOf(group)} /> {label} <b>{format.count(count)}</b>
        </button>
      ))}
    </>
  );
}

const Dot = ({ token }: { token: string }) => <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5" fill={`var(${token})`} /></svg>;
