import { sql } from 'kysely';
import { givenRows, listMark } from '#platform/db/given-rows.ts';
import { Breath } from '#platform/jobs/breath.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { OrganisationInput } from '../words/organisation.schema.ts';
import { matchKeysOf } from './match-keys.store.ts';
import { nameColumnsOf } from './naming.ts';
import { drawnAt, insertSites, judgeSites, removeSites, type JudgedSite, type SiteInput } from './organisation-site.store.ts';

/** A row to insert: what the API takes, and what only the register itself may say. */
export interface NewOrganisation extends Omit<OrganisationInput, 'sites'> {
  sites: SiteInput[];
  id?: string;
  sample?: boolean;
  batchId?: string | null;
  state?: 'active' | 'closed';
}

type Writer = Pick<Context, 'db' | 'now' | 'newId'>;

const columns = {
  id: 'uuid', visibility: 'text', sample: 'boolean', name: 'jsonb', sort_name: 'text', type: 'text', subtype: 'text', sector: 'text', size_class: 'text',
  ownership: 'text', origin: 'text', uscc: 'text', external_code: 'text', territory_id: 'text', territories: 'text[]', industry_id: 'text', industries: 'text[]',
  industry_label: 'text', founded_year: 'integer', website: 'text', description: 'text', longitude: 'numeric', latitude: 'numeric', search_text: 'text',
  grams: 'text[]', match_keys: 'text[]', batch_id: 'uuid', batch_version: 'integer', state: 'text',
} as const;
type Column = keyof typeof columns;
type Given = Record<Column, string | number | boolean | null>;
const atOnce = 1000;
const columnList = sql.raw(Object.keys(columns).join(', '));
/** Lists travel as one text: a parameter holds a whole column, and an array of arrays would have to be even. */
const givenTypes = Object.fromEntries(Object.entries(columns).map(([name, type]) => [name, type === 'text[]' ? 'text' : type])) as Record<Column, string>;
const givenColumns = sql.raw(Object.entries(columns).map(([name, type]) => (type === 'text[]' ? `string_to_array(${name}, '${listMark}') as ${name}` : name)).join(', '));
const columnTypes = sql.raw(Object.entries(columns).map(([name, type]) => `${name} ${type}`).join(', '));

/**
 * Inserts many organisations in two statements; ids come back in the order of the rows. What the rows say was checked
 * before: an unknown territory or industry, or a credit code that is taken, is a programming error here and throws.
 */
export async function insertOrganisations(writer: Writer, rows: readonly NewOrganisation[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const ancestors = await ancestorsOf(writer.db, rows);
  const ids = rows.map((row) => row.id ?? writer.newId());
  const sites = rows.flatMap((row, at) => row.sites.map((site, position) => ({ ...site, fallback: row.territoryId, id: site.id ?? writer.newId(), organisationId: ids[at] ?? '', position })));
  const judged = await judgeSites(writer.db, sites) as (JudgedSite & { id: string; organisationId: string; position: number })[];
  const sitesById = new Map<string, JudgedSite[]>();
  for (const site of judged) sitesById.set(site.organisationId, [...(sitesById.get(site.organisationId) ?? []), site]);
  const breath = new Breath();
  // While the database writes one part, the next one is made ready.
  let writing: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < rows.length; from += atOnce) {
    const records: Given[] = [];
    for (let at = from; at < Math.min(rows.length, from + atOnce); at += 1) {
      if (breath.isDue) await breath.take();
      const row = rows[at] as NewOrganisation;
      records.push(asGiven({
        ...columnsOf(row, ancestors),
        id: ids[at] ?? '',
        sample: row.sample ?? false,
        batch_id: row.batchId ?? null,
        // As long as it stays at this version, nobody changed what the batch wrote.
        batch_version: row.batchId ? 1 : null,
        state: row.state ?? 'active',
        ...drawnAt(sitesById.get(ids[at] ?? '') ?? []),
        ...nameColumns(row, []),
      }));
    }
    await writing;
    writing = insertGiven(writer, records);
    writing.catch(() => undefined);
  }
  await writing;
  await insertSites(writer.db, judged);
  return ids;
}

async function insertGiven(writer: Writer, records: readonly Given[]): Promise<void> {
  await sql`
    insert into organisation (space_id, ${columnList}, created_at, updated_at)
    select current_space(), ${columnList}, ${writer.now.toISOString()}::timestamptz, ${writer.now.toISOString()}::timestamptz
    from (select ${givenColumns} from ${givenRows(givenTypes, records)}) given`.execute(writer.db);
}

function asGiven(record: Record<Column, unknown>): Given {
  const given = { ...record } as Given;
  given.name = JSON.stringify(record.name);
  for (const list of ['territories', 'industries', 'grams', 'match_keys'] as const) given[list] = (record[list] as string[]).join(listMark);
  return given;
}

/** Writes every field of one row anew and counts its version up. Sites are rewritten only when they are given. */
export async function rewriteOrganisation(writer: Writer, id: string, row: OrganisationInput, newSites: readonly SiteInput[] | null): Promise<void> {
  const record: Record<string, unknown> = { ...columnsOf(row, await ancestorsOf(writer.db, [row])), ...nameColumns(row, await aliasNames(writer.db, id)) };
  if (newSites) {
    const judged = await judgeSites(writer.db, newSites.map((site) => ({ ...site, fallback: row.territoryId })));
    await removeSites(writer.db, id);
    await insertSites(writer.db, judged.map((site, position) => ({ ...site, id: writer.newId(), organisationId: id, position })));
    Object.assign(record, drawnAt(judged));
  }
  const names = sql.raw(Object.keys(record).join(', '));
  await sql`
    update organisation set version = version + 1, updated_at = ${writer.now.toISOString()}::timestamptz, (${names}) =
      (select ${names} from jsonb_to_record(${JSON.stringify(record)}::jsonb) as given (${columnTypes}))
    where id = ${id}::uuid`.execute(writer.db);
}

/** Makes the stored search text follow the record's name, codes and aliases. */
export async function refreshOrganisationSearch(db: SpaceDb, id: string): Promise<void> {
  const { rows } = await sql<Pick<OrganisationInput, 'name' | 'uscc' | 'externalCode'>>`
    select name, uscc, external_code as "externalCode" from organisation where id = ${id}::uuid`.execute(db);
  const row = rows[0];
  if (!row) return;
  const { search_text, grams, match_keys } = nameColumns(row, await aliasNames(db, id));
  await sql`update organisation set search_text = ${search_text}, grams = ${grams}::text[], match_keys = ${match_keys}::text[] where id = ${id}::uuid`.execute(db);
}

interface Ancestors {
  territory: ReadonlyMap<string, string[]>;
  industry: ReadonlyMap<string, string[]>;
}

async function ancestorsOf(db: SpaceDb, rows: readonly Pick<OrganisationInput, 'territoryId' | 'industryId'>[]): Promise<Ancestors> {
  const read = async (table: 'territory' | 'industry', ids: (string | null)[]) => {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Map<string, string[]>();
    const found = await sql<{ id: string; ancestors: string[] }>`select id, ancestors from ${sql.table(table)} where id = any (${wanted}::text[])`.execute(db);
    return new Map(found.rows.map((row) => [row.id, row.ancestors]));
  };
  return { territory: await read('territory', rows.map((row) => row.territoryId)), industry: await read('industry', rows.map((row) => row.industryId)) };
}

function columnsOf(row: Omit<OrganisationInput, 'sites'>, ancestors: Ancestors) {
  return {
    visibility: row.visibility, name: row.name, type: row.type, subtype: row.subtype, sector: row.sector, size_class: row.sizeClass,
    ownership: row.ownership, origin: row.origin, uscc: row.uscc, external_code: row.externalCode,
    territory_id: row.territoryId, territories: row.territoryId ? (ancestors.territory.get(row.territoryId) ?? []) : [],
    industry_id: row.industryId, industries: row.industryId ? (ancestors.industry.get(row.industryId) ?? []) : [],
    industry_label: row.industryLabel, founded_year: row.foundedYear, website: row.website, description: row.description,
  };
}

function nameColumns(row: Pick<OrganisationInput, 'name' | 'uscc' | 'externalCode'>, aliases: readonly string[]) {
  const { sortName, searchText, grams } = nameColumnsOf(row.name, { aliases, codes: [row.uscc, row.externalCode].filter((code) => code !== null) });
  return { sort_name: sortName, search_text: searchText, grams, match_keys: matchKeysOf(row, aliases) };
}

async function aliasNames(db: SpaceDb, id: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from alias where subject_kind = 'organisation' and subject_id = ${id} order by name`.execute(db);
  return rows.map((row) => row.name);
}
