import type { Name } from '#platform/i18n/name.schema.ts';
import type { Page } from '#platform/page/page.schema.ts';

/** Order of numbers by a sort text such as `-lq`; what has no number comes last either way, equal ones by their place. */
export function orderBy(length: number, sort: string, valueOf: (at: number) => number | null): number[] {
  const sign = sort.startsWith('-') ? -1 : 1;
  const values = Float64Array.from({ length }, (_, at) => valueOf(at) ?? NaN);
  return Array.from(values.keys()).sort((a, b) => {
    const [one, other] = [values[a] as number, values[b] as number];
    if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || a - b;
    return sign * (one - other) || a - b;
  });
}

/** Whether the name or the code of a line has the words; every line where none are asked for. */
export function namedBy(words: string | undefined): (line: { code: string; name: Name }) => boolean {
  const asked = words?.toLowerCase();
  return ({ code, name }) => asked === undefined || [code, name.zh, name.en].some((one) => one?.toLowerCase().includes(asked));
}

/** Cuts a page out of computed rows; the cursor says how many were read, for this sort only. Null for a cursor that this list did not make. */
export function pageOf<Item>(order: ArrayLike<number>, query: { sort: string; cursor?: string | undefined; limit: number }, itemOf: (at: number) => Item): Page<Item> | null {
  const from = query.cursor === undefined ? 0 : readCursor(query.cursor, query.sort);
  if (from === null || from > order.length) return null;
  const until = Math.min(order.length, from + query.limit);
  const items = Array.from({ length: until - from }, (_, at) => itemOf(order[from + at] as number));
  return { items, nextCursor: until < order.length ? Buffer.from(JSON.stringify([query.sort, until])).toString('base64url') : null, total: order.length };
}

function readCursor(cursor: string, sort: string): number | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length !== 2) return null;
    const [madeFor, from] = parsed as unknown[];
    return madeFor === sort && typeof from === 'number' && Number.isSafeInteger(from) && from > 0 ? from : null;
  } catch {
    return null;
  }
}
