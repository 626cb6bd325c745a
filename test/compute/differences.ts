/** Fields that number groups: the numbers are free, the grouping is not. Noise stays 0. */
const partitions = new Set(['labels', 'wardLabels', 'membership', 'component']);

/** What another program prints beside the result that is asked for: the case says by how much the two differ. */
const besides = new Set(['anchor']);

/** Where an answer differs from what is expected by more than `tol`: absolute below 1, relative above; 0 is exact. */
export function differences(expected: unknown, found: unknown, tol: number, path = 'value'): string[] {
  if (typeof expected === 'number') return typeof found === 'number' && Math.abs(found - expected) <= tol * Math.max(1, Math.abs(expected)) ? [] : [`${path}: ${String(found)}, expected ${expected}`];
  if (expected === null || typeof expected !== 'object') return (found ?? null) === expected ? [] : [`${path}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`];
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return [`${path}: a list of ${expected.length} expected, not ${Array.isArray(found) ? `of ${found.length}` : typeof found}`];
    return expected.flatMap((one, at) => differences(one, found[at], tol, `${path}[${at}]`));
  }
  if (found === null || typeof found !== 'object') return [`${path}: an object expected, not ${JSON.stringify(found)}`];
  return Object.entries(expected).flatMap(([key, one]) => {
    if (besides.has(key)) return [];
    const other = (found as Record<string, unknown>)[key];
    return partitions.has(key) && Array.isArray(one) ? partitionDifferences(one, other, `${path}.${key}`) : differences(one, other, tol, `${path}.${key}`);
  });
}

function partitionDifferences(expected: readonly unknown[], found: unknown, path: string): string[] {
  if (!Array.isArray(found) || found.length !== expected.length) return [`${path}: ${expected.length} labels expected`];
  const there = new Map<unknown, unknown>();
  const back = new Map<unknown, unknown>();
  const wrong = expected.findIndex((label, at) => {
    if ((label === 0) !== (found[at] === 0)) return true;
    if (!there.has(label)) there.set(label, found[at]);
    if (!back.has(found[at])) back.set(found[at], label);
    return there.get(label) !== found[at] || back.get(found[at]) !== label;
  });
  return wrong < 0 ? [] : [`${path}: another grouping at ${wrong}`];
}
