import type { ImportPass, SpaceDb } from '#platform/module/module.ts';
import { everyKey } from '../../store/match.store.ts';

/** Owner numbers below the hash: both fit into the 53 bits of a number. */
const owners = 2 ** 22;
const hashes = 2 ** 31;

/**
 * Which records stand under which key, in 8 bytes a key and one id a record: 100,000 organisations take some 20 MB. A key
 * is held as 31 bits of hash; that two keys share them only lays one record more before the matcher, which compares names.
 */
export class KeyIndex {
  #pairs = new Float64Array(1024);
  #held = 0;
  readonly #ids: string[] = [];

  add(id: string, keys: readonly string[]): void {
    const owner = this.#ids.push(id) - 1;
    for (const key of keys) {
      if (this.#held === this.#pairs.length) {
        const wider = new Float64Array(this.#pairs.length * 2);
        wider.set(this.#pairs);
        this.#pairs = wider;
      }
      this.#pairs[this.#held] = hashOf(key) * owners + (owner % owners);
      this.#held += 1;
    }
  }

  /** To be called once, when all records are in. */
  close(): void {
    this.#pairs = this.#pairs.slice(0, this.#held).sort();
  }

  count(key: string): number {
    const hash = hashOf(key);
    return this.#from(hash + 1) - this.#from(hash);
  }

  idsUnder(key: string): string[] {
    const hash = hashOf(key);
    const found: string[] = [];
    for (let at = this.#from(hash); at < this.#held && Math.floor((this.#pairs[at] ?? 0) / owners) === hash; at += 1) found.push(this.#ids[(this.#pairs[at] ?? 0) % owners] ?? '');
    return found;
  }

  /** Where the pairs of a hash begin. */
  #from(hash: number): number {
    const wanted = hash * owners;
    let [low, high] = [0, this.#held];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pairs[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** FNV-1a over UTF-16 units, finished as MurmurHash3 finishes, to 31 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % hashes;
}

/** From so many questions on it is quicker to read all keys of the register once than to look each one up. */
const manyAsked = 200;
const memoryKey = 'organisation match keys';

/** The keys of the register, read once for all parts of a long file; nothing for a few questions. */
export async function indexOf(db: SpaceDb, asked: number, pass: Pick<ImportPass, 'memory'> | undefined): Promise<KeyIndex | null> {
  const known = pass?.memory.get(memoryKey);
  if (known instanceof KeyIndex) return known;
  if (asked < manyAsked) return null;
  const index = new KeyIndex();
  for await (const { id, keys } of everyKey(db)) index.add(id, keys);
  index.close();
  pass?.memory.set(memoryKey, index);
  return index;
}
