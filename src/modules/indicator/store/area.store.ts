import { sql } from 'kysely';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import { nameInItsLanguage } from '../words/figure-cell.rules.ts';

/** A region or an industry as a file names it. */
export interface Coded {
  system: string;
  code: string;
  name?: string | undefined;
}
export const codedKey = (system: string, code: string): string => `${system}\n${code}`;

const tables = { area: { table: 'area', reference: 'territory', link: 'territory_id' }, industry: { table: 'industry_column', reference: 'industry', link: 'industry_id' } } as const;

/** `codedKey` → id, of those that are there. */
export async function findCoded(db: SpaceDb, kind: keyof typeof tables, wanted: readonly Coded[]): Promise<Map<string, string>> {
  const given = unique(wanted);
  const { rows } = await sql<{ id: string; system: string; code: string }>`
    select c.id, c.system, c.code from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (system text, code text) join ${sql.table(tables[kind].table)} c on c.system = g.system and c.code = g.code`.execute(db);
  return new Map(rows.map(({ id, system, code }) => [codedKey(system, code), id]));
}

/** The same, made where they are missing; linked to the territory or industry whose id they spell. */
export async function ensureCoded(context: Context, kind: keyof typeof tables, wanted: readonly Coded[], batchId: string | null): Promise<Map<string, string>> {
  const { table, reference, link } = tables[kind];
  const rows = unique(wanted).map(({ system, code, name }) => ({ id: context.newId(), system, code, name: nameInItsLanguage(name?.trim() || code), linked: `${system}:${code}` }));
  await sql`insert into ${sql.table(table)} (space_id, id, system, code, name, ${sql.ref(link)}, batch_id)
    select ${context.spaceId}::uuid, g.id, g.system, g.code, g.name, r.id, ${batchId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, system text, code text, name jsonb, linked text) left join ${sql.table(reference)} r on r.id = g.linked
    on conflict do nothing`.execute(context.db);
  return findCoded(context.db, kind, wanted);
}

function unique(wanted: readonly Coded[]): Coded[] {
  const found = new Map<string, Coded>();
  for (const one of wanted) {
    const key = codedKey(one.system, one.code);
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** Removes what files brought and nothing names any more. */
export async function removeUnusedCoded(db: SpaceDb): Promise<void> {
  await sql`delete from area a where a.batch_id is not null and not exists (select 1 from cross_table_row r where r.space_id = a.space_id and r.area_id = a.id)
    and not exists (select 1 from observation o where o.space_id = a.space_id and o.subject_kind = 'area' and o.subject_id = a.id::text)
    and not exists (select 1 from growth_statement g where g.space_id = a.space_id and g.subject_kind = 'area' and g.subject_id = a.id::text)`.execute(db);
  await sql`delete from industry_column c where c.batch_id is not null and not exists (select 1 from cross_table_column t where t.space_id = c.space_id and t.industry_column_id = c.id)`.execute(db);
}

/** Territories in which an area lies, as far as it is linked; null for an area that is not there. */
export async function areaTerritories(db: SpaceDb, id: string): Promise<string[] | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  const { rows } = await sql<{ ancestors: string[] | null }>`select t.ancestors from area a left join territory t on t.id = a.territory_id where a.id = ${id}::uuid`.execute(db);
  return rows[0] ? (rows[0].ancestors ?? []) : null;
}
