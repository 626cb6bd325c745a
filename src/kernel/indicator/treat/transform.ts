import type { Transformation } from './treatment.ts';

/** Writes the transformed column; NaN where the transformation has no value. `least` and `most` are of the column without the missing. */
type ColumnTransform<Settings> = (settings: Settings, values: Float64Array, out: Float64Array, least: number, most: number) => void;

const transforms: { readonly [Method in Transformation['method']]: ColumnTransform<Extract<Transformation, { method: Method }>> } = {
  'log-ct': (_, values, out, least, most) => {
    for (let at = 0; at < values.length; at += 1) out[at] = Math.log((values[at] as number) - least + 0.01 * (most - least));
  },
  'log-shift1': (_, values, out, least) => {
    for (let at = 0; at < values.length; at += 1) out[at] = Math.log((values[at] as number) - least + 1);
  },
  log: (_, values, out) => {
    for (let at = 0; at < values.length; at += 1) out[at] = (values[at] as number) > 0 ? Math.log(values[at] as number) : NaN;
  },
  boxcox: ({ lambda }, values, out, least) => {
    for (let at = 0; at < values.length; at += 1) {
      const shifted = (values[at] as number) - least + 1;
      out[at] = lambda === 0 ? Math.log(shifted) : (shifted ** lambda - 1) / lambda;
    }
  },
};

/** Whether a value that was there is missing afterwards. */
function losesOne(values: Float64Array, out: Float64Array): boolean {
  for (let at = 0; at < values.length; at += 1) if (Number.isNaN(out[at] as number) && !Number.isNaN(values[at] as number)) return true;
  return false;
}

/**
 * Transforms one column: the same length out, missing stays missing. Returns false where a value that was there has no value
 * afterwards (a logarithm of a number that is not positive; ln of a constant column under `log-ct`). Cost O(n).
 */
export function transformColumn(transformation: Transformation, values: Float64Array, out: Float64Array): boolean {
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const transform = transforms[transformation.method] as ColumnTransform<Transformation>;
  transform(transformation, values, out, least, most);
  for (let at = 0; at < out.length; at += 1) if (!Number.isFinite(out[at] as number)) out[at] = NaN;
  return !losesOne(values, out);
}
