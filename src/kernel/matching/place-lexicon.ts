import { chinaPlaceTable } from './china-places.ts';

/** A place by the digits of its division code, 2 for a province to 6 for a county: one place lies in another whose code begins its own. */
export type PlaceCode = string;

export interface PlaceEntry {
  code: PlaceCode;
  /** Names as read (`readName` folds them alike): Chinese without 市 or 省, Latin without spaces. */
  names: readonly string[];
}

export interface PlaceLexicon {
  /** Codes of a folded name; more than one where the spelling is ambiguous (suzhou). */
  codes: ReadonlyMap<string, readonly PlaceCode[]>;
  /** Length of the longest name in UTF-16 units, Chinese and Latin apart. */
  longestChinese: number;
  longestLatin: number;
}

const chinese = /\p{Script=Han}/u;

/** A lexicon of places to be recognised in names. Cost O(n). */
export function placeLexicon(entries: Iterable<PlaceEntry>): PlaceLexicon {
  const codes = new Map<string, PlaceCode[]>();
  let longestChinese = 0;
  let longestLatin = 0;
  for (const { code, names } of entries) {
    for (const name of names) {
      const held = codes.get(name);
      if (held === undefined) codes.set(name, [code]);
      else if (!held.includes(code)) held.push(code);
      if (chinese.test(name)) longestChinese = Math.max(longestChinese, name.length);
      else longestLatin = Math.max(longestLatin, name.length);
    }
  }
  return { codes, longestChinese, longestLatin };
}

function readTable(): PlaceEntry[] {
  return chinaPlaceTable.trim().split(/\s+/u).map((entry) => {
    const [, code = '', name = '', , latin = ''] = /^(\d+)([^=]+)(=(.+))?$/u.exec(entry) ?? [];
    return { code, names: latin === '' ? [name] : [name, latin] };
  });
}

export const chinaPlaceEntries: readonly PlaceEntry[] = readTable();

/** The places every stored key is made with. */
export const chinaPlaces: PlaceLexicon = placeLexicon(chinaPlaceEntries);

export type PlaceRelation = 'same' | 'within' | 'other' | 'unknown';

function relateCodes(left: PlaceCode, right: PlaceCode): PlaceRelation {
  if (left === right) return 'same';
  return left.startsWith(right) || right.startsWith(left) ? 'within' : 'other';
}

const rank: Record<PlaceRelation, number> = { same: 3, within: 2, unknown: 1, other: 0 };

/** How the places of two names stand: the best relation of any two readings; `unknown` when a name states none. */
export function relatePlaces(left: readonly PlaceCode[], right: readonly PlaceCode[]): PlaceRelation {
  if (left.length === 0 || right.length === 0) return 'unknown';
  let best: PlaceRelation = 'other';
  for (const a of left) {
    for (const b of right) {
      const relation = relateCodes(a, b);
      if (rank[relation] > rank[best]) best = relation;
    }
  }
  return best;
}

const cityProvinces = new Set(['11', '12', '31', '50', '81', '82']);

/** Place code of a territory of the register: `cn:440306` → 440306, `cn:440300` → 4403, `cn:440000` → 44, `cn:310115` → 31; null for others. */
export function placeCodeOf(territoryId: string): PlaceCode | null {
  const digits = /^cn:(\d{6})$/u.exec(territoryId)?.[1];
  if (digits === undefined) return null;
  if (cityProvinces.has(digits.slice(0, 2))) return digits.slice(0, 2);
  return digits.replace(/(?:00){1,2}$/u, '');
}
