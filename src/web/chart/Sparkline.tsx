/** A trend beside a figure; the figure says the number, this only the way it went. */
export function Sparkline({ label, values, width = 80, height = 20 }: { label: string; values: readonly (number | null)[]; width?: number; height?: number }) {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const low = Math.min(...known.map((each) => each.value));
  const high = Math.max(...known.map((each) => each.value));
  const place = ({ value, index }: { value: number; index: number }): [number, number] => [
    3 + (index / Math.max(1, values.length - 1)) * (width - 6),
    high === low ? height / 2 : height - 3 - ((value - low) / (high - low)) * (height - 6),
  ];
  const last = known.at(-1);
  const path = known.map((each) => place(each).map((part) => part.toFixed(1)).join(' ')).join('L');
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <path d={`M${path}`} fill="none" stroke="var(--brand-solid)" strokeWidth={1.5} />
      {last ? <circle cx={place(last)[0]} cy={place(last)[1]} r={2.2} fill="var(--brand-solid)" /> : null}
    </svg>
  );
}
