import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import { insertSites, judgeSites, type JudgedSite, type SiteInput } from './organisation-site.store.ts';

export type AddedSite = SiteInput & { id: string; organisationId: string };

/**
 * Adds sites to organisations that stand already, after those they have. Each such organisation counts as changed, except
 * `own` ones of the same import; one that an import made and nobody touched stays untouched, so that it can be taken back.
 */
export async function addSites(context: Context, sites: readonly AddedSite[], batchId: string, own: ReadonlySet<string>): Promise<void> {
  const ids = [...new Set(sites.map((site) => site.organisationId))];
  if (ids.length > 0) {
    const { rows } = await sql<{ id: string; name: Name; territoryId: string | null; sites: number }>`
      select id, name, territory_id as "territoryId", (select count(*)::int from organisation_site site where site.organisation_id = organisation.id) as sites
      from organisation where id = any (${ids}::uuid[])`.execute(context.db);
    const held = new Map(rows.map((row) => [row.id, row]));
    const next = new Map(rows.map((row) => [row.id, row.sites]));
    const judged = await judgeSites(context.db, sites.map((site) => ({ ...site, fallback: held.get(site.organisationId)?.territoryId ?? null }))) as (JudgedSite & AddedSite)[];
    await insertSites(context.db, judged.map((site) => {
      const position = next.get(site.organisationId) ?? 0;
      next.set(site.organisationId, position + 1);
      return { ...site, position };
    }));
    const drawn = new Map<string, JudgedSite>();
    for (const site of judged) if (site.drawnLongitude !== null && !drawn.has(site.organisationId)) drawn.set(site.organisationId, site);
    const changed = ids.filter((id) => !own.has(id));
    await sql`update organisation set longitude = coalesce(organisation.longitude, given.longitude), latitude = coalesce(organisation.latitude, given.latitude)
      from jsonb_to_recordset(${JSON.stringify([...drawn].map(([id, { drawnLongitude, drawnLatitude }]) => ({ id, longitude: drawnLongitude, latitude: drawnLatitude })))}::jsonb) as given (id uuid, longitude numeric, latitude numeric)
      where organisation.id = given.id`.execute(context.db);
    await countUp(context, changed);
    for (const id of changed) {
      const row = held.get(id);
      if (row) context.audit({ event: 'organisation.updated', subject: { kind: 'organisation', id }, name: row.name, changes: { sites: [row.sites, next.get(id) ?? row.sites] } });
    }
  }
  await sql`update organisation set batch_version = version where batch_id = ${batchId}::uuid and batch_version is null`.execute(context.db);
}

/** A change by an import moves the version; a record that was untouched since its own import stays so. */
async function countUp(context: Context, ids: readonly string[]): Promise<void> {
  await sql`update organisation set version = version + 1, updated_at = ${context.now},
      batch_version = case when batch_version = version then version + 1 else batch_version end
    where id = any (${ids}::uuid[])`.execute(context.db);
}

/** The sites that a batch made and that stand still. */
export async function sitesOfBatch(context: Context, batchId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from organisation_site where batch_id = ${batchId}::uuid order by id`.execute(context.db);
  return rows.map(({ id }) => id);
}

/** Takes sites of a batch off the organisations that it did not add itself. */
export async function removeImportedSites(context: Context, batchId: string): Promise<void> {
  const { rows } = await sql<{ id: string; name: Name; before: number; after: number }>`
    with gone as (delete from organisation_site site using organisation o where site.batch_id = ${batchId}::uuid and o.id = site.organisation_id and o.batch_id is distinct from site.batch_id returning site.organisation_id as id),
    counted as (select id, count(*)::int as gone from gone group by id)
    select o.id, o.name, held.count as before, held.count - counted.gone as after from counted join organisation o on o.id = counted.id
      cross join lateral (select count(*)::int as count from organisation_site site where site.organisation_id = o.id) held`.execute(context.db);
  const ids = rows.map((row) => row.id);
  await redraw(context, ids);
  await countUp(context, ids);
  for (const { id, name, before, after } of rows) context.audit({ event: 'organisation.updated', subject: { kind: 'organisation', id }, name, changes: { sites: [before, after] } });
}

/** The first site that a map may draw stands for the organisation again. */
async function redraw(context: Context, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<AddedSite & { fallback: string | null }>`
    select site.id, site.organisation_id as "organisationId", site.kind, site.address, site.territory_id as "territoryId", site.place_id as "placeId", site.longitude::float8 as longitude, site.latitude::float8 as latitude,
      site.datum, o.territory_id as fallback
    from organisation_site site join organisation o on o.id = site.organisation_id where o.id = any (${ids}::uuid[]) order by site.position, site.id`.execute(context.db);
  const judged = await judgeSites(context.db, rows) as (JudgedSite & AddedSite)[];
  const at = ids.map((id) => {
    const first = judged.find((site) => site.organisationId === id && site.drawnLongitude !== null);
    return { id, longitude: first?.drawnLongitude ?? null, latitude: first?.drawnLatitude ?? null };
  });
  await sql`update organisation set longitude = given.longitude, latitude = given.latitude
    from jsonb_to_recordset(${JSON.stringify(at)}::jsonb) as given (id uuid, longitude numeric, latitude numeric) where organisation.id = given.id`.execute(context.db);
}
