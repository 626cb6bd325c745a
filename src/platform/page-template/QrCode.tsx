import { encode } from 'uqr';

/** Black on white in any theme, or no camera would read it. */
export function QrCode({ words, label }: { words: string; label: string }) {
  const { size, data } = encode(words, { ecc: 'Q', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width={132} height={132} shapeRendering="crispEdges" style={{ flex: 'none' }}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
