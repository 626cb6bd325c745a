import { sql } from 'kysely';
import type { Context, ImportTarget } from '#platform/module/module.ts';

/** Tables whose rows are seen on the page of another record, and which. */
const owners = {
  organisation_site: { column: 'organisation_id', page: 'organisations' },
  title: { column: 'organisation_id', page: 'organisations' },
  membership: { column: 'cluster_id', page: 'clusters' },
} as const;

export const ownPages = (page: 'organisations' | 'clusters' | 'places'): NonNullable<ImportTarget['pages']> => async (_, ids) => new Map(ids.map((id) => [id, `/${page}/${id}`]));

export const pagesOfOwners = (table: keyof typeof owners): NonNullable<ImportTarget['pages']> => async (context, ids) => {
  const { column, page } = owners[table];
  const { rows } = await sql<{ id: string; owner: string }>`select id, ${sql.ref(column)} as owner from ${sql.table(table)} where id = any (${ids}::uuid[])`.execute(context.db);
  return new Map(rows.map(({ id, owner }) => [id, `/${page}/${owner}`]));
};

/** Bodies and seats alike stand on the page of their cluster. */
export async function pagesOfBodies(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; clusterId: string }>`
    with asked as (select id, id as body_id from body where id = any (${ids}::uuid[]) union all select id, body_id from seat where id = any (${ids}::uuid[]))
    select asked.id, co.cluster_id as "clusterId" from asked join body on body.id = asked.body_id join cluster_organisation co on co.id = body.cluster_organisation_id`.execute(context.db);
  return new Map(rows.map(({ id, clusterId }) => [id, `/clusters/${clusterId}`]));
}
