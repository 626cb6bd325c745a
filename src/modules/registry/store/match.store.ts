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
/** From so many keys on one reading of the table is quicker than a look-up for each. */
const keysAtOnce = 6000;

/** Whoever stands under one of the keys, but for what the batch itself wrote. One statement, however many keys. */
export async function heldUnder(db: SpaceDb, keys: readonly string[], exceptBatch: string | null): Promise<HeldOrganisation[]> {
  if (keys.length === 0) return [];
  const under = keys.length <= keysAtOnce
    ? sql`o.match_keys && ${keys}::text[]`
    : sql`o.id in (select k.id from (select id, unnest(match_keys) as key from organisation) k join unnest(${keys}::text[]) as asked (key) on asked.key = k.key)`;
  const { rows } = await sql<Row>`select ${fields} from organisation o left join territory t on t.id = o.territory_id where ${living(exceptBatch)} and ${under} order by o.id`.execute(db);
  return rows.map(({ id, name, uscc, externalCode, territoryId, industryId, place, aliases }) => ({ id, name, names: textsOf(name), aliases, code: uscc, externalCode, territoryId, industryId, place }));
}

export async function countOfKeys(db: SpaceDb): Promise<number> {
  return (await sql<{ keys: number }>`select coalesce(sum(cardinality(match_keys)), 0)::int as keys from organisation`.execute(db)).rows[0]?.keys ?? 0;
}

const part = 10_000;

/** All keys of the space, some thousand records at a time. */
export async function* everyKey(db: SpaceDb): AsyncGenerator<string[]> {
  for (let after: string | null = null, ended = false; !ended; ) {
    const { rows }: { rows: { id: string; keys: string }[] } = await sql<{ id: string; keys: string }>`
      select id, array_to_string(match_keys, E'\n') as keys from organisation
      where (${after}::uuid is null or id > ${after}::uuid) and state <> 'merged' and archived_at is null order by id limit ${part}`.execute(db);
    ended = rows.length < part;
    after = rows.at(-1)?.id ?? null;
    for (const { keys } of rows) yield keys === null || keys === '' ? [] : keys.split('\n');
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
