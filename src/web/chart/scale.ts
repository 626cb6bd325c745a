/** A line of numbers that a picture is drawn along; `place` is 0 at its low end and 1 at its high end. */
export interface Scale {
  kind: 'linear' | 'log';
  low: number;
  high: number;
  place: (value: number) => number;
}

/** A scale over the values and the mark. Logarithmic ones take what is positive; smaller values stand at the low end. */
export function scaleOf(kind: Scale['kind'], values: readonly number[], mark?: number): Scale {
  const known = [...values, ...(mark === undefined ? [] : [mark])].filter((value) => Number.isFinite(value) && (kind === 'linear' || value > 0));
  const [least, most] = known.length === 0 ? [kind === 'log' ? 0.1 : 0, 1] : [Math.min(...known), Math.max(...known)];
  if (kind === 'log') {
    const [low, high] = [Math.max(least / 1.3, most * 1e-5), Math.max(most, least * 1.01) * 1.3];
    return { kind, low, high, place: (value) => clamp(Math.log(Math.max(value, low) / low) / Math.log(high / low)) };
  }
  const margin = (most - least || Math.abs(most) || 1) * 0.08;
  const [low, high] = [least - margin, most + margin];
  return { kind, low, high, place: (value) => clamp((value - low) / (high - low)) };
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

/** Round numbers to write along a scale: four to eight of them. */
export function niceTicks({ kind, low, high }: Scale): number[] {
  if (kind === 'log') {
    const ticks: number[] = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) for (const step of [1, 2, 5]) ticks.push(Number((step * 10 ** power).toPrecision(1)));
    const inside = ticks.filter((tick) => tick >= low && tick <= high);
    return inside.length > 7 ? inside.filter((tick) => /^10*$|^0\.0*1$/.test(String(tick))) : inside;
  }
  const raw = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((one) => one * power >= raw) ?? 10) * power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
