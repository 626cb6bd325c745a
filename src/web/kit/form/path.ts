/** Reads `name.zh` out of nested values. */
export function valueAt(values: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (value === null || typeof value !== 'object' ? undefined : (value as Record<string, unknown>)[part]), values);
}

/** A copy with one value changed; an empty text becomes no value at all, so that optional fields stay unsent. */
export function withValueAt<Values>(values: Values, path: string, value: unknown): Values {
  const [first = '', ...rest] = path.split('.');
  const copy = (Array.isArray(values) ? [...(values as unknown[])] : { ...(values as object) }) as Record<string, unknown>;
  const next = rest.length > 0 ? withValueAt(copy[first] ?? {}, rest.join('.'), value) : value;
  if (next === '' || next === undefined) delete copy[first];
  else copy[first] = next;
  return copy as Values;
}
