import { sql } from 'kysely';
import type { Context, ImportOutcome, SpaceDb } from '#platform/module/module.ts';
import { insertOrganisations, type NewOrganisation } from '../../store/organisation-write.store.ts';
import type { JudgedRow } from './organisation-check.ts';

/** Writes judged rows in bulk; a row that carries a pin or an address gets a site with its pin verdict. */
export async function writeOrganisations(context: Context, judged: readonly JudgedRow[], batchId: string): Promise<ImportOutcome['records']> {
  const ids = await insertOrganisations(context, judged.map((row) => organisationOf(row, batchId)));
  return judged.map(({ row }, index) => ({ rowNumber: row.rowNumber, recordId: ids[index] ?? '' }));
}

function organisationOf({ read, place, industryId }: JudgedRow, batchId: string): NewOrganisation {
  const { name, type, uscc, externalCode, sizeClass, industryLabel, foundedYear, website, description, address, pin } = read;
  const { longitude = null, latitude = null, datum = 'unknown' } = pin ?? {};
  const located = pin !== null || address !== null;
  return {
    name, type, uscc, externalCode, sizeClass, industryLabel, foundedYear, website, description, industryId,
    subtype: null, sector: null, ownership: null, origin: null, visibility: 'open', batchId,
    state: read.state === 'closed' ? 'closed' : 'active',
    territoryId: place.territoryId,
    sites: located ? [{ kind: 'registered', address, territoryId: null, placeId: null, longitude, latitude, datum }] : [],
  };
}

/** Gives records of a batch the place a person chose since; false when one of them has a place by now, or was changed. */
export async function settlePlaces(db: SpaceDb, choices: readonly { recordId: string; territoryId: string; territories: string[] }[], now: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update organisation set territory_id = given."territoryId", territories = given.territories, version = version + 1, updated_at = ${now},
      batch_version = case when batch_version = version then version + 1 else batch_version end
    from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as given ("recordId" uuid, "territoryId" text, territories text[])
    where organisation.id = given."recordId" and organisation.territory_id is null and organisation.archived_at is null and organisation.state <> 'merged'
    returning organisation.id`.execute(db);
  return rows.length === choices.length;
}

/** Removes what the batch created and nobody touched or pointed at since. */
export async function removeBatch(db: SpaceDb, batchId: string): Promise<{ removed: number; kept: number }> {
  const { rows } = await sql<{ id: string }>`
    delete from organisation o where o.batch_id = ${batchId} and o.version = o.batch_version and o.archived_at is null
      and not exists (select 1 from organisation_site s where s.organisation_id = o.id and s.batch_id is distinct from o.batch_id and s.batch_id is not null)
      and not exists (select 1 from membership m where m.organisation_id = o.id)
      and not exists (select 1 from cluster_organisation c where o.id in (c.organisation_id, c.host_id, c.operator_id, c.alliance_id))
      and not exists (select 1 from organisation_relation r where o.id in (r.from_id, r.to_id))
      and not exists (select 1 from organisation_merge m where o.id in (m.kept_id, m.merged_id))
      and not exists (select 1 from organisation k where k.merged_into = o.id)
      and not exists (select 1 from seat s where s.organisation_id = o.id)
      and not exists (select 1 from title t where t.organisation_id = o.id)
      and not exists (select 1 from place p where p.operator_id = o.id)
      and not exists (select 1 from list_entry e where e.subject_id = o.id::text)
      and not exists (select 1 from statement s where s.subject_kind = 'organisation' and s.subject_id = o.id::text)
      and not exists (select 1 from observation v where v.subject_kind = 'organisation' and v.subject_id = o.id::text)
      and not exists (select 1 from mandate m where m.organisation_id = o.id)
    returning o.id`.execute(db);
  const left = await sql<{ kept: number }>`select count(*)::int as kept from organisation where batch_id = ${batchId}`.execute(db);
  return { removed: rows.length, kept: left.rows[0]?.kept ?? 0 };
}
