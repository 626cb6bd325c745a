import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, ImportChange, SpaceDb } from '#platform/module/module.ts';
import { matchKeysOf } from './match-keys.store.ts';
import { nameColumnsOf } from './naming.ts';

/** Fields that a file may fill where the register has nothing. */
export const completable = ['nameZh', 'nameEn', 'uscc', 'externalCode', 'territoryId', 'industryId', 'industryLabel', 'sizeClass', 'foundedYear', 'website', 'description'] as const;
type Field = (typeof completable)[number];
type Values = Record<Field, string | number | null>;

export interface HeldRecord extends Values {
  id: string;
  version: number;
  territories: string[];
  industries: string[];
}

export interface Completion {
  organisationId: string;
  version: number;
  values: Partial<Values>;
}

const fields = sql`o.id, o.version, o.name ->> 'zh' as "nameZh", o.name ->> 'en' as "nameEn", o.uscc, o.external_code as "externalCode", o.territory_id as "territoryId", o.territories,
  o.industry_id as "industryId", o.industries, o.industry_label as "industryLabel", o.size_class as "sizeClass", o.founded_year as "foundedYear", o.website, o.description`;

export async function heldForCompletion(db: SpaceDb, ids: readonly string[]): Promise<Map<string, HeldRecord>> {
  const { rows } = await sql<HeldRecord>`select ${fields} from organisation o where o.id = any (${ids}::uuid[]) and o.state <> 'merged' and o.archived_at is null`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Writes the values over those fields of each record, and what is stored for search, matching and scope with them. */
async function write(context: Pick<Context, 'db' | 'now'>, changes: readonly { organisationId: string; version: number; values: Partial<Values> }[]): Promise<{ id: string; version: number }[]> {
  if (changes.length === 0) return [];
  const held = await heldForCompletion(context.db, changes.map(({ organisationId }) => organisationId));
  const aliases = await aliasesOfMany(context.db, [...held.keys()]);
  const given = changes.flatMap(({ organisationId, version, values }) => {
    const before = held.get(organisationId);
    if (!before || before.version !== version) return [];
    const after: Values = { ...before, ...values };
    const name = Object.fromEntries([['zh', after.nameZh], ['en', after.nameEn]].filter(([, text]) => text !== null)) as Name;
    const codes = [after.uscc, after.externalCode].flatMap((code) => (code === null ? [] : [String(code)]));
    const named = { name, uscc: after.uscc as string | null, externalCode: after.externalCode as string | null };
    const also = aliases.get(organisationId) ?? [];
    const { sortName, searchText, grams } = nameColumnsOf(name, { aliases: also, codes });
    return [{ ...after, id: organisationId, name, sortName, searchText, grams, keys: matchKeysOf(named, also) }];
  });
  const list = (column: string) => sql`array(select jsonb_array_elements_text(given.${sql.ref(column)}))`;
  return (await sql<{ id: string; version: number }>`
    update organisation o set name = given.name, uscc = given.uscc, external_code = given."externalCode", territory_id = given."territoryId", industry_id = given."industryId",
      territories = coalesce((select t.ancestors from territory t where t.id = given."territoryId"), '{}'), industries = coalesce((select i.ancestors from industry i where i.id = given."industryId"), '{}'),
      industry_label = given."industryLabel", size_class = given."sizeClass", founded_year = given."foundedYear", website = given.website, description = given.description,
      sort_name = given."sortName", search_text = given."searchText", grams = ${list('grams')}, match_keys = ${list('keys')}, version = o.version + 1, updated_at = ${context.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id uuid, name jsonb, uscc text, "externalCode" text, "territoryId" text, "industryId" text, "industryLabel" text, "sizeClass" text,
      "foundedYear" integer, website text, description text, "sortName" text, "searchText" text, grams jsonb, keys jsonb)
    where o.id = given.id returning o.id, o.version`.execute(context.db)).rows;
}

/** Fills empty fields; answers how each record stood before, with the version it has now. */
export async function fillOrganisations(context: Context, completions: readonly Completion[]): Promise<ImportChange[]> {
  const byRecord = new Map<string, Completion>();
  for (const one of completions) byRecord.set(one.organisationId, { ...one, values: { ...byRecord.get(one.organisationId)?.values, ...one.values } });
  const all = [...byRecord.values()];
  const written = new Map((await write(context, all)).map(({ id, version }) => [id, version]));
  for (const { organisationId, values } of all) {
    if (written.has(organisationId)) context.audit({ event: 'organisation.completed', subject: { kind: 'organisation', id: organisationId }, changes: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [null, value]])) });
  }
  return all.flatMap(({ organisationId, values }) => {
    const version = written.get(organisationId);
    return version === undefined ? [] : [{ recordId: organisationId, version, before: Object.fromEntries(Object.keys(values).map((field) => [field, null])) }];
  });
}

/** Empties what a batch filled, where nobody changed the record since. */
export async function restoreOrganisations(context: Context, changes: readonly ImportChange[]): Promise<{ restored: number; kept: number }> {
  const restored = await write(context, changes.map(({ recordId, version, before }) => ({ organisationId: recordId, version, values: before as Partial<Values> })));
  return { restored: restored.length, kept: changes.length - restored.length };
}

async function aliasesOfMany(db: SpaceDb, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; names: string[] }>`select subject_id as id, array_agg(name order by name) as names from alias where subject_kind = 'organisation' and subject_id = any (${ids}::text[]) group by subject_id`.execute(db);
  return new Map(rows.map(({ id, names }) => [id, names]));
}
