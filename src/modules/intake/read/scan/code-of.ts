import jsQR from 'jsqr';
import { picturesOf, type Picture } from './pictures-of.ts';

/** Codes are found at one of these widths: small first, which is quick, then finer. */
const widths = [900, 1700, 2600];

/** The words of the first code on any page that `isWanted` knows; null where there is none. */
export async function codeOf(bytes: Uint8Array, isWanted: (words: string) => boolean): Promise<string | null> {
  for await (const picture of picturesOf(bytes)) {
    for (const width of widths) {
      const small = reduced(picture, width);
      const found = jsQR(small.data, small.width, small.height)?.data;
      if (found && isWanted(found)) return found;
      if (picture.width <= width) break;
      // A page takes a while: others get their turn between two tries.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return null;
}

/** The mean of each block of pixels. */
function reduced(picture: Picture, width: number): Picture {
  const factor = Math.floor(picture.width / width);
  if (factor <= 1) return picture;
  const [w, h] = [Math.floor(picture.width / factor), Math.floor(picture.height / factor)];
  const data = new Uint8ClampedArray(w * h * 4);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let dy = 0; dy < factor; dy += 1) for (let dx = 0; dx < factor; dx += 1) sum += picture.data[((y * factor + dy) * picture.width + x * factor + dx) * 4 + channel] ?? 255;
        data[(y * w + x) * 4 + channel] = sum / (factor * factor);
      }
    }
  }
  return { width: w, height: h, data };
}
