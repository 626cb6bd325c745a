import { sql, type RawBuilder } from 'kysely';
import type { Scope } from './permission.rules.ts';

/** How a table expresses what rights look at. Expressions are trusted SQL; ids arrive as bound parameters. */
export interface ScopeColumns {
  visibility?: RawBuilder<string>;
  /** text[] holding the row's territories with all their ancestors. */
  territories?: RawBuilder<unknown>;
  /** Whether the row belongs to one of these clusters. */
  clusters?: (ids: readonly string[]) => RawBuilder<boolean>;
  organisations?: (ids: readonly string[]) => RawBuilder<boolean>;
}

/** The second reading of a permission: the rows of a scope as a SQL condition. Must agree with `covers` row by row. */
export function scopeSql(scope: Scope, columns: ScopeColumns): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`;
  const parts: RawBuilder<boolean>[] = [];
  if (scope.open && columns.visibility) parts.push(sql<boolean>`${columns.visibility} = 'open'`);
  if (scope.territories.length > 0 && columns.territories) parts.push(sql<boolean>`${columns.territories} && ${scope.territories}::text[]`);
  if (scope.clusters.length > 0 && columns.clusters) parts.push(columns.clusters(scope.clusters));
  if (scope.organisations.length > 0 && columns.organisations) parts.push(columns.organisations(scope.organisations));
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}
