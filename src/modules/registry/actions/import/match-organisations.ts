import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { RowCandidate, SpaceDb } from '#platform/module/module.ts';
import { fold } from '#platform/text/folding.ts';

/** An organisation as a source names it. */
export interface OrganisationAsked {
  key: string;
  name: Name;
  uscc: string | null;
  externalCode: string | null;
  /** Where it is, as far as the source says; a country is enough. */
  territoryId: string | null;
  industryId: string | null;
}

export interface OrganisationMatch {
  /** `automatic`: this is the one. `unsure`: a person decides. `none`: nobody in the register; candidates are then others of the name. */
  state: 'automatic' | 'unsure' | 'none';
  organisationId: string | null;
  score: number;
  reasons: MatchReason[];
  candidates: RowCandidate[];
}
export type MatchReason = 'sameCode' | 'sameName' | 'samePlace' | 'placeUnknown' | 'otherPlace';

interface Held {
  id: string;
  name: Name;
  uscc: string | null;
  externalCode: string | null;
  territoryId: string | null;
  territories: string[];
  place: Name | null;
  keys: string[];
}

/** Finds each one in the register: by code, else by folded name (or alias) and place. One answer per key, whoever may see it. */
export async function matchOrganisations(db: SpaceDb, asked: readonly OrganisationAsked[]): Promise<Map<string, OrganisationMatch>> {
  const held = await heldAlike(db, asked);
  const ancestors = await ancestorsOf(db, asked.flatMap(({ territoryId }) => territoryId ?? []));
  const byCode = new Map(held.flatMap((record) => [record.externalCode, record.uscc].flatMap((code) => (code === null ? [] : [[code, record] as const]))));
  const byName = new Map<string, Held[]>();
  for (const record of held) for (const key of record.keys) byName.set(key, [...(byName.get(key) ?? []), record]);
  return new Map(asked.map((one) => {
    const coded = (one.uscc && byCode.get(one.uscc)) || (one.externalCode && byCode.get(one.externalCode)) || null;
    if (coded) return [one.key, { state: 'automatic', organisationId: coded.id, score: 1, reasons: ['sameCode'], candidates: [] }];
    const named = [...new Set(keysOf(one.name).flatMap((key) => byName.get(key) ?? []))].filter((record) => one.uscc === null || record.uscc === null);
    return [one.key, judgeNamed(named, one.territoryId, ancestors.get(one.territoryId ?? '') ?? [])];
  }));
}

/** Signs that lists of one firm put differently: `Co., Ltd.` and `CO LTD` are one name. */
const signs = '.,;:!?()[]{}<>&/\\+*#@%$^=~|、，。；：（）';
const signless = new RegExp(`[${signs.replace(/[\\\]^-]/gu, '\\$&')}]`, 'gu');

/** The form in which names of organisations are compared here. */
export const nameKey = (text: string): string => fold(text).replace(signless, '');

const keysOf = ({ zh, en }: Name): string[] => [zh, en].flatMap((text) => (text === undefined ? [] : [nameKey(text)])).filter((key) => key !== '');

/** Of several of one name those in the place asked for go before those whose place nobody knows. */
function judgeNamed(named: readonly Held[], territoryId: string | null, above: readonly string[]): OrganisationMatch {
  const candidates = named.slice(0, 8).map(({ id, name, uscc, place }) => ({ id, label: name, ...((uscc ?? place) && { detail: [uscc, place?.zh ?? place?.en].filter(Boolean).join(' · ') }) }));
  const one = (record: Held | undefined, reasons: MatchReason[], score: number): OrganisationMatch => ({ state: 'automatic', organisationId: record?.id ?? null, score, reasons, candidates: [] });
  const unsure = (reasons: MatchReason[]): OrganisationMatch => ({ state: 'unsure', organisationId: null, score: 0.5, reasons, candidates });
  if (named.length === 0) return { state: 'none', organisationId: null, score: 0, reasons: [], candidates: [] };
  if (territoryId === null) return named.length === 1 ? one(named[0], ['sameName'], 0.9) : unsure(['sameName']);
  const there = named.filter((record) => record.territories.includes(territoryId) || (record.territoryId !== null && above.includes(record.territoryId)));
  if (there.length > 0) return there.length === 1 ? one(there[0], ['sameName', 'samePlace'], 0.95) : unsure(['sameName', 'samePlace']);
  if (named.some((record) => record.territoryId === null)) return unsure(['sameName', 'placeUnknown']);
  return { state: 'none', organisationId: null, score: 0.2, reasons: ['sameName', 'otherPlace'], candidates };
}

async function heldAlike(db: SpaceDb, asked: readonly OrganisationAsked[]): Promise<Held[]> {
  const usccs = asked.flatMap(({ uscc }) => uscc ?? []);
  const codes = asked.flatMap(({ externalCode }) => externalCode ?? []);
  const keys = [...new Set(asked.flatMap(({ name }) => keysOf(name)))];
  const { rows } = await sql<Held>`
    with named as (select distinct o.id from organisation o cross join lateral unnest(string_to_array(o.search_text, '|')) as part join unnest(${keys}::text[]) as wanted on wanted = translate(part, ${signs}, '')),
    coded as (select id from organisation where uscc = any (${usccs}::text[]) or external_code = any (${codes}::text[]))
    select o.id, o.name, o.uscc, o.external_code as "externalCode", o.territory_id as "territoryId", o.territories, t.name as place, string_to_array(translate(o.search_text, ${signs.replace('|', '')}, ''), '|') as keys
    from organisation o left join territory t on t.id = o.territory_id
    where o.state <> 'merged' and o.archived_at is null and o.id in (select id from named union select id from coded) order by o.id`.execute(db);
  return rows;
}

async function ancestorsOf(db: SpaceDb, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; ancestors: string[] }>`select id, ancestors from territory where id = any (${[...new Set(ids)]}::text[])`.execute(db);
  return new Map(rows.map(({ id, ancestors }) => [id, ancestors]));
}
