import { sql } from 'kysely';
import type { MatchCandidate } from '#kernel/matching/match-organisation.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import { organisationsIn } from './scope-columns.ts';
import { textsOf } from './match-keys.store.ts';

export interface HeldOrganisation extends MatchCandidate {
  name: Name;
  code: string | null;
  place: Name | null;
}
interface Row {
  id: string;
  name: Name;
  uscc: string | null;
  externalCode: string | null;
  territoryId: string | null;
  industryId: string | null;
  place: Name | null;
  aliases: string[];
}

const fields = sql`o.id, o.name, o.uscc, o.external_code as "externalCode", o.territory_id as "territoryId", o.industry_id as "industryId", t.name as place,
  array(select a.name from alias a where a.subject_kind = 'organisation' and a.subject_id = o.id::text) as aliases`;
const living = (exceptBatch: string | null) => sql`o.state <> 'merged' and o.archived_at is null and (${exceptBatch}::uuid is null or o.batch_id is distinct from ${exceptBatch}::uuid)`;
/** Whoever stands under one of the keys, or is named, but for what the batch itself wrote. One statement. */
export async function heldUnder(db: SpaceDb, by: { keys: readonly string[] } | { ids: readonly string[] }, exceptBatch: string | null): Promise<HeldOrganisation[]> {
  const [asked, which] = 'ids' in by ? [by.ids, sql`o.id = any (${by.ids}::uuid[])`] : [by.keys, sql`o.match_keys && ${by.keys}::text[]`];
  if (asked.length === 0) return [];
  const { rows } = await sql<Row>`select ${fields} from organisation o left join territory t on t.id = o.territory_id where ${living(exceptBatch)} and ${which} order by o.id`.execute(db);
  return rows.map(({ id, name, uscc, externalCode, territoryId, industryId, place, aliases }) => ({ id, name, names: textsOf(name), aliases, code: uscc, externalCode, territoryId, industryId, place }));
}

const part = 10_000;

/** All keys of the space, some thousand records at a time. */
export async function* everyKey(db: SpaceDb): AsyncGenerator<{ id: string; keys: string[] }> {
  for (let after: string | null = null, ended = false; !ended; ) {
    const { rows }: { rows: { id: string; keys: string }[] } = await sql<{ id: string; keys: string }>`
      select id, array_to_string(match_keys, E'\n') as keys from organisation
      where (${after}::uuid is null or id > ${after}::uuid) and state <> 'merged' and archived_at is null order by id limit ${part}`.execute(db);
    ended = rows.length < part;
    after = rows.at(-1)?.id ?? null;
    for (const { id, keys } of rows) yield { id, keys: keys === null || keys === '' ? [] : keys.split('\n') };
  }
}

export interface ShownRecord {
  id: string;
  name: Name;
  uscc: string | null;
  externalCode: string | null;
  place: Name | null;
  industry: Name | null;
  aliases: string[];
}

/** Records beside which a source's row is laid; only those that the reader may see. */
export async function matchRecords(context: Context, ids: readonly string[]): Promise<Map<string, ShownRecord>> {
  const { rows } = await sql<ShownRecord>`
    select organisation.id, organisation.name, organisation.uscc, organisation.external_code as "externalCode", t.name as place, coalesce(i.name, case when organisation.industry_label is null then null else jsonb_build_object('zh', organisation.industry_label, 'en', organisation.industry_label) end) as industry,
      array(select a.name from alias a where a.subject_kind = 'organisation' and a.subject_id = organisation.id::text order by a.name) as aliases
    from organisation left join territory t on t.id = organisation.territory_id left join industry i on i.id = organisation.industry_id
    where organisation.id = any (${[...new Set(ids)]}::uuid[]) and ${organisationsIn(context.scope('organisation.read'))}`.execute(context.db);
  return new Map(rows.map((row) => [row.id, row]));
}
