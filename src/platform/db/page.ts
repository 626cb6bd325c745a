import { sql, type RawBuilder } from 'kysely';
import type { Page } from '#platform/page/page.schema.ts';
import { isStorable } from '#platform/text/storable.ts';

/** A sort a list offers: a trusted SQL expression that is never null, and the type its cursor value is cast back to. */
export interface SortKey {
  expression: RawBuilder<unknown>;
  type: 'text' | 'bigint' | 'timestamptz' | 'numeric';
}

export interface Keyset {
  orderBy: RawBuilder<unknown>;
  /** Condition for the rows after the cursor; always true on the first page. */
  after: RawBuilder<boolean>;
  /** Select this as `cursor_value`, and the id as `id`. */
  cursorValue: RawBuilder<string>;
}

const casts = { text: sql.raw('text'), bigint: sql.raw('bigint'), timestamptz: sql.raw('timestamptz'), numeric: sql.raw('numeric') };

/**
 * Keyset pagination: order by (sort value, id), continue after the last row seen. A leading `-` sorts downwards.
 * Returns null for a cursor that this list did not make. `id` is the trusted id expression.
 */
export function keyset(keys: Record<string, SortKey>, sort: string, cursor: string | undefined, id: RawBuilder<unknown>): Keyset | null {
  const down = sort.startsWith('-');
  const key = keys[down ? sort.slice(1) : sort];
  if (!key) return null;
  const direction = sql.raw(down ? 'desc' : 'asc');
  const orderBy = sql`${key.expression} ${direction}, ${id} ${direction}`;
  const cursorValue = sql<string>`(${key.expression})::text`;
  if (cursor === undefined) return { orderBy, after: sql<boolean>`true`, cursorValue };
  const last = readCursor(cursor, sort);
  if (!last || !fits(last.value, key.type)) return null;
  const sign = sql.raw(down ? '<' : '>');
  const value = sql`${last.value}::${casts[key.type]}`;
  // The first half says nothing new, but an index can start from it.
  const after = sql<boolean>`(${key.expression} ${sign}= ${value} and (${key.expression}, ${id}::text) ${sign} (${value}, ${last.id}::text))`;
  return { orderBy, after, cursorValue };
}

function fits(value: string, type: SortKey['type']): boolean {
  if (type === 'text') return true;
  if (type === 'bigint') return /^-?\d{1,18}$/.test(value);
  if (type === 'numeric') return /^-?\d{1,30}(\.\d{1,15})?$/.test(value);
  const instant = /^((?!0000)\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-5])(:[0-5]\d)?$/.exec(value);
  return instant !== null && isDay(instant[1] ?? '');
}

/** JavaScript moves the 30th of February to March; PostgreSQL refuses it. */
function isDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

function readCursor(cursor: string, sort: string): { value: string; id: string } | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length !== 3) return null;
    const [madeFor, value, id] = parsed as unknown[];
    return madeFor === sort && typeof value === 'string' && typeof id === 'string' && id.length <= 60 && isStorable(value) && isStorable(id) ? { value, id } : null;
  } catch {
    return null;
  }
}

/** Cuts the one row too many that was asked for to learn whether there is more. */
export function toPage<Row extends { id: string; cursor_value: string }, Item>(
  rows: readonly Row[],
  limit: number,
  sort: string,
  total: number,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const nextCursor = last ? Buffer.from(JSON.stringify([sort, last.cursor_value, last.id])).toString('base64url') : null;
  return { items: shown.map(toItem), nextCursor, total };
}
