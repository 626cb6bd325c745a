import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

export interface FoundIndustry {
  id: string;
  ancestors: string[];
  /** The code is finer than the table: this is the division above it. */
  widened: boolean;
}

/** Industries by code as written: `C38`, the digits alone, `sei:…` and the full id; GB/T 4754 goes first, and its finer codes count as their division. */
export async function findIndustries(db: SpaceDb, codes: readonly string[]): Promise<Map<string, FoundIndustry>> {
  const asked = [...new Set(codes)];
  const wanted = [...new Set(asked.flatMap((code) => [code, ...divisionOf(code)]))];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; code: string; ancestors: string[]; own: boolean }>`
    select id, code, ancestors, code_system_id like 'gbt4754%' as own from industry
    where id = any (${wanted}::text[]) or id = any (${wanted.map(ownId)}::text[]) or code = any (${wanted}::text[]) order by own desc, id`.execute(db);
  const find = (code: string) => rows.find((row) => row.id === code || row.id === ownId(code)) ?? rows.find((row) => row.code === code);
  return new Map(asked.flatMap((code) => {
    const own = find(code);
    const hit = own ?? divisionOf(code).map(find).find((row) => row !== undefined);
    return hit ? [[code, { id: hit.id, ancestors: hit.ancestors, widened: own === undefined }] as const] : [];
  }));
}

/** The table's codes are digits, its ids carry the letter of the section too. */
const ownId = (code: string): string => `gbt4754:${code}`;

const divisionOf = (code: string): string[] => {
  const [, division] = /^([A-Z]?\d{2})\d{1,2}$/u.exec(code) ?? [];
  return division === undefined ? [] : [division];
};
