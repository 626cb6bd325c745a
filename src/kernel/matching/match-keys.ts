import { readName, type ReadName, type ReadNameOptions } from './read-name.ts';

/** Stored keys carry this version; when it changes they must be made anew. */
export const matchKeysMethod = { id: 'organisationMatchKeys', version: '1' } as const;

const chinese = /\p{Script=Han}/u;
/** Code points at the front of the core whose loss is provided for, and the length of the front that makes a key of its own. */
const lossesAt = { chinese: 4, latin: 6 } as const;
const frontLength = { chinese: 3, latin: 6 } as const;
const leastLength = { chinese: 2, latin: 3 } as const;
/** A core shorter than this is compared as it is. */
const lossesFrom = { chinese: 4, latin: 7 } as const;

/** The keys of a name already read; see `matchKeys`. */
export function keysOfName(name: ReadName): string[] {
  const { core, brand } = name;
  if (core === '') return [];
  const script = chinese.test(core) ? 'chinese' : 'latin';
  const keys = [core];
  const points = [...core];
  if (brand !== core && brand.length > leastLength[script]) keys.push(brand);
  else if (brand !== core && brand.length === leastLength[script] && script === 'chinese') keys.push(brand);
  if (points.length >= lossesFrom[script]) {
    for (let at = 0; at < lossesAt[script]; at += 1) {
      const left = points.slice(0, at).concat(points.slice(at + 1)).join('');
      if (!keys.includes(left)) keys.push(left);
    }
  }
  if (points.length >= frontLength[script]) keys.push(`${points.slice(0, frontLength[script]).join('')}*`);
  return keys;
}

/**
 * Few, selective keys under which a register finds who a name may be: two names that are the same without form and
 * place, that differ by one slip of the pen, or of which one is the other's short form, share at least one key.
 *
 * The keys are the core; the brand; the core without one of its first 4 code points (Latin: 6); and its first 3 (Latin:
 * 6) with a star. One slip behind the front leaves the front key, one within it meets in a key with the character left
 * out, as in symmetric deletion (Garbe 2012). At most 7 keys (Latin: 9), none for a name without letters; texts of
 * folded characters only. Cost O(n), about 6 µs.
 *
 * Store the union over all names of a record in a `text[]` column under GIN and ask with `keys && $1`.
 */
export function matchKeys(name: string, options?: ReadNameOptions): string[] {
  return keysOfName(readName(name, options));
}
