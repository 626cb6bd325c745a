import { sql } from 'kysely';
import { keysOfSubject } from '#kernel/matching/match-organisation.ts';
import { matchKeysMethod } from '#kernel/matching/match-keys.ts';
import { readSubject } from '#kernel/matching/compare-pair.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { simplifyChinese } from '#platform/text/folding.ts';
import { nameKey } from './name-key.ts';

export interface KeyedNames {
  name: Name;
  uscc: string | null;
  externalCode: string | null;
}

export const textsOf = ({ zh, en }: Name): string[] => [zh, en].filter((text) => text !== undefined);

/** The keys a record is stored under and a source asks with. */
export function matchKeysOf({ name, uscc, externalCode }: KeyedNames, aliases: readonly string[] = []): string[] {
  const keys = keysOfSubject(readSubject({ names: textsOf(name), aliases, code: uscc, externalCode }, { simplify: simplifyChinese }));
  // A name that is all form and place has no key of its own; it is found by itself alone.
  return keys.length > 0 ? keys : textsOf(name).map((text) => `=${nameKey(text)}`);
}

const chunk = 2000;
interface Unkeyed extends KeyedNames {
  id: string;
  aliases: string[];
}

/** Makes the keys of the space anew where they are missing or of another version of the method; nothing to do on every other day. */
export async function ensureMatchKeys(db: SpaceDb): Promise<void> {
  const version = async (): Promise<string | null> => (await sql<{ version: string }>`select version from match_key_state where space_id = current_space()`.execute(db)).rows[0]?.version ?? null;
  if ((await version()) === matchKeysMethod.version) return;
  await sql`select pg_advisory_xact_lock(hashtextextended('match keys ' || current_space()::text, 0))`.execute(db);
  const stands = await version();
  if (stands === matchKeysMethod.version) return;
  for (let after: string | null = null, ended = false; !ended; ) {
    const { rows }: { rows: Unkeyed[] } = await sql<Unkeyed>`
      select o.id, o.name, o.uscc, o.external_code as "externalCode",
        array(select a.name from alias a where a.subject_kind = 'organisation' and a.subject_id = o.id::text order by a.name) as aliases
      from organisation o where (${after}::uuid is null or o.id > ${after}::uuid) and (o.match_keys is null or ${stands !== null}) order by o.id limit ${chunk}`.execute(db);
    ended = rows.length < chunk;
    after = rows.at(-1)?.id ?? null;
    const given = rows.map((row) => ({ id: row.id, keys: matchKeysOf(row, row.aliases) }));
    await sql`update organisation set match_keys = array(select jsonb_array_elements_text(given.keys))
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id uuid, keys jsonb) where organisation.id = given.id`.execute(db);
  }
  await sql`insert into match_key_state (space_id, version) values (current_space(), ${matchKeysMethod.version}) on conflict (space_id) do update set version = excluded.version`.execute(db);
}
