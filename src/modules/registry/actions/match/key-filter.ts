import type { ImportPass, SpaceDb } from '#platform/module/module.ts';
import { countOfKeys, everyKey } from '../../store/match.store.ts';

const slotsPerKey = 4;
const least = 1 << 16;
const full = 255;

/**
 * Which keys the register holds at all, and which so often that they tell nothing: one byte a slot, two slots a key, the
 * lower counts. A key it never saw answers 0 but in one case of six or so, which costs one look-up in the index; it never
 * says 0 of a key that is held. 4 MB for 100,000 organisations.
 */
export class KeyFilter {
  readonly #counts: Uint8Array;
  readonly #mask: number;

  constructor(keys: number) {
    let size = least;
    while (size < keys * slotsPerKey) size *= 2;
    this.#counts = new Uint8Array(size);
    this.#mask = size - 1;
  }

  add(key: string): void {
    const [one, other] = this.#slots(key);
    this.#raise(one);
    if (other !== one) this.#raise(other);
  }

  /** How many records share it, at most; counted to 255. */
  count(key: string): number {
    const [one, other] = this.#slots(key);
    return Math.min(this.#counts[one] ?? 0, this.#counts[other] ?? 0);
  }

  #raise(slot: number): void {
    const count = this.#counts[slot] ?? 0;
    if (count < full) this.#counts[slot] = count + 1;
  }

  /** Two hashes of the FNV-1a kind over UTF-16 units. */
  #slots(key: string): [number, number] {
    let one = 0x811c9dc5;
    let other = 0x9747b28c;
    for (let at = 0; at < key.length; at += 1) {
      const unit = key.charCodeAt(at);
      one = Math.imul(one ^ unit, 0x01000193);
      other = Math.imul(other ^ unit, 0x5bd1e995);
    }
    return [((one ^ (one >>> 15)) >>> 0) & this.#mask, ((other ^ (other >>> 13)) >>> 0) & this.#mask];
  }
}

/** From so many questions on it is worth to learn first which keys the register holds. */
const manyAsked = 400;
const filterKey = 'organisation match keys';

/** The keys of the register, read once for all parts of a long file; nothing for a few questions. */
export async function filterOf(db: SpaceDb, asked: number, pass: Pick<ImportPass, 'memory'> | undefined): Promise<KeyFilter | null> {
  const known = pass?.memory.get(filterKey);
  if (known instanceof KeyFilter) return known;
  if (asked < manyAsked) return null;
  const filter = new KeyFilter(await countOfKeys(db));
  for await (const keys of everyKey(db)) for (const key of keys) filter.add(key);
  pass?.memory.set(filterKey, filter);
  return filter;
}
