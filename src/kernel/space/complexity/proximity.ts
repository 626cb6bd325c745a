import { matrixOf, type Matrix } from '../../stats/matrix.ts';
import { turned, type Places, type Presence } from './presence.ts';

/** How near two industries are: φ_pq = Σ_r M_rp M_rq ÷ max(k_p, k_q) (Hidalgo et al. 2007); 1 on the diagonal, 0 for an industry that is nowhere. */
export const industryProximity = (presence: Presence): Matrix => proximity(presence.byColumn, presence.ubiquity, presence.rows);

/** How alike two regions are, the same over their industries. */
export const regionProximity = (presence: Presence): Matrix => industryProximity(turned(presence));

/** Number of regions in which both industries are found, the diagonal kept. Shape industries × industries. Cost as proximity. */
export const cooccurrence = (presence: Presence): Matrix => together(presence.byColumn, presence.columns, presence.rows);

/** Sets of 32 places to a word, and a count of the words' common bits. Cost O(lines² · width / 32), memory O(lines · width / 8 + lines²). */
function together({ from, at }: Places, lines: number, width: number): Matrix {
  const words = (width + 31) >>> 5;
  const bits = new Uint32Array(lines * words);
  for (let line = 0; line < lines; line += 1) {
    for (let place = from[line] as number; place < (from[line + 1] as number); place += 1) {
      const one = at[place] as number;
      const word = line * words + (one >>> 5);
      bits[word] = (bits[word] as number) | (1 << (one & 31));
    }
  }
  const result = matrixOf(lines, lines);
  for (let a = 0; a < lines; a += 1) {
    for (let b = a; b < lines; b += 1) {
      let count = 0;
      for (let word = 0; word < words; word += 1) count += onesOf((bits[a * words + word] as number) & (bits[b * words + word] as number));
      result.cells[a * lines + b] = count;
      result.cells[b * lines + a] = count;
    }
  }
  return result;
}

function proximity(places: Places, sums: Float64Array, width: number): Matrix {
  const lines = sums.length;
  const result = together(places, lines, width);
  for (let a = 0; a < lines; a += 1) {
    for (let b = 0; b < lines; b += 1) {
      const most = Math.max(sums[a] as number, sums[b] as number);
      result.cells[a * lines + b] = most > 0 ? (result.cells[a * lines + b] as number) / most : 0;
    }
  }
  return result;
}

/** Set bits of a word, added up in pairs, fours and bytes (Warren 2012, §5-1). */
function onesOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
