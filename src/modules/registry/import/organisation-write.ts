import { sql } from 'kysely';
import type { Context, ImportOutcome, SpaceDb } from '#platform/module/module.ts';
import { nameColumnsOf } from '../store/naming.ts';
import { drawnAt, insertSites, judgeSites, type SiteInput } from '../store/organisation-site.store.ts';
import type { JudgedRow, Reference } from './organisation-check.ts';

const chunk = 1000;

/** Writes judged rows in bulk; a row that carries a pin or an address gets a site with its pin verdict. */
export async function writeOrganisations(context: Context, judged: readonly JudgedRow[], reference: Reference, batchId: string): Promise<ImportOutcome['records']> {
  const records: ImportOutcome['records'] = [];
  for (let from = 0; from < judged.length; from += chunk) {
    const part = judged.slice(from, from + chunk).map((row) => ({ ...row, id: context.newId() }));
    const located = part.filter(({ read }) => read.pin !== null || read.address !== null);
    const sites = await judgeSites(context.db, located.map((row) => ({ ...siteOf(row), fallback: row.place.territoryId })));
    const siteBy = new Map(located.map((row, index) => [row.id, sites[index]]));
    const lines = part.map((row) => {
      const site = siteBy.get(row.id);
      return lineOf(row, reference, site ? drawnAt([site]) : { longitude: null, latitude: null });
    });
    await insertLines(context.db, lines, batchId, context.now);
    await insertSites(context.db, located.flatMap((row) => {
      const site = siteBy.get(row.id);
      return site ? [{ ...site, id: context.newId(), organisationId: row.id, position: 0 }] : [];
    }));
    records.push(...part.map(({ id, row }) => ({ rowNumber: row.rowNumber, recordId: id })));
  }
  return records;
}

function siteOf({ read }: JudgedRow): SiteInput {
  const { longitude = null, latitude = null, datum = 'unknown' } = read.pin ?? {};
  return { kind: 'registered', address: read.address, territoryId: null, longitude, latitude, datum };
}

function lineOf({ id, read, place, industryId }: JudgedRow & { id: string }, { ancestors }: Reference, pin: { longitude: number | null; latitude: number | null }) {
  return {
    id,
    name: read.name,
    ...nameColumnsOf(read.name, { codes: [read.uscc, read.externalCode].filter((code) => code !== null) }),
    type: read.type,
    size_class: read.sizeClass,
    uscc: read.uscc,
    external_code: read.externalCode,
    territory_id: place.territoryId,
    territories: place.territoryId === null ? [] : (ancestors.get(place.territoryId) ?? []),
    industry_id: industryId,
    industries: industryId === null ? [] : (ancestors.get(industryId) ?? []),
    industry_label: read.industryLabel,
    founded_year: read.foundedYear,
    website: read.website,
    description: read.description,
    state: read.state,
    ...pin,
  };
}

async function insertLines(db: SpaceDb, lines: readonly ReturnType<typeof lineOf>[], batchId: string, now: Date): Promise<void> {
  await sql`
    insert into organisation (space_id, id, visibility, name, sort_name, type, size_class, uscc, external_code, territory_id, territories, industry_id, industries,
      industry_label, founded_year, website, description, state, longitude, latitude, search_text, grams, created_at, updated_at, batch_id, batch_version)
    select current_space(), id, 'open', name, "sortName", type, size_class, uscc, external_code, territory_id, territories, industry_id, industries,
      industry_label, founded_year, website, description, state, longitude, latitude, "searchText", grams, ${now}, ${now}, ${batchId}, 1
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as given (id uuid, name jsonb, "sortName" text, type text, size_class text, uscc text, external_code text,
      territory_id text, territories text[], industry_id text, industries text[], industry_label text, founded_year int, website text, description text, state text,
      longitude numeric, latitude numeric, "searchText" text, grams text[])`.execute(db);
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
      and not exists (select 1 from mandate m where m.organisation_id = o.id)
    returning o.id`.execute(db);
  const left = await sql<{ kept: number }>`select count(*)::int as kept from organisation where batch_id = ${batchId}`.execute(db);
  return { removed: rows.length, kept: left.rows[0]?.kept ?? 0 };
}
