import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import { clustersIn, organisationsIn, placesIn } from './scope-columns.ts';

/** A record may link only to records that its author may see; the others do not exist for them. */
export async function canLink(context: Context, kind: 'organisation' | 'cluster' | 'place', ids: readonly (string | null | undefined)[]): Promise<boolean> {
  const wanted = [...new Set(ids.filter((id) => id !== null && id !== undefined))];
  if (wanted.length === 0) return true;
  const scope = context.scope(`${kind}.read`);
  const reach = { organisation: organisationsIn, cluster: clustersIn, place: placesIn }[kind](scope, kind);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(kind)} where id = any (${wanted}::uuid[]) and archived_at is null and ${reach}`.execute(context.db);
  return rows[0]?.count === wanted.length;
}

export async function sourceExists(context: Context, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const { rows } = await sql`select 1 from source where id = ${id}::uuid`.execute(context.db);
  return rows.length > 0;
}

/**
 * An organisation's name for another record's history, whose readers may be more than the organisation's own. Null for
 * an internal one: the history then says that something changed, not with whom.
 */
export async function nameForOthers(context: Context, organisationId: string): Promise<Name | null> {
  const { rows } = await sql<{ name: Name }>`select name from organisation where id = ${organisationId}::uuid and visibility = 'open'`.execute(context.db);
  return rows[0]?.name ?? null;
}
