import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { extractImages, getDocumentProxy } from 'unpdf';

export interface Picture {
  width: number;
  height: number;
  /** Red, green, blue, alpha of each pixel. */
  data: Uint8ClampedArray;
}

/** A scan of A4 at 600 dots per inch; what is larger is no page. */
const mostPixels = 40_000_000;
const mostPages = 10;
const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

/** The pictures of a scan, page by page. Throws at bytes that are none of PNG, JPEG and PDF, or broken ones. */
export async function* picturesOf(bytes: Uint8Array): AsyncGenerator<Picture> {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) yield pngOf(bytes);
  else if (startsWith(bytes, 0xff, 0xd8, 0xff)) yield jpegOf(bytes);
  else if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) yield* pdfOf(bytes);
  else throw new Error('neither PNG, JPEG nor PDF');
}

function pngOf(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || view.getUint32(16) * view.getUint32(20) > mostPixels) throw new Error('too many pixels');
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  return { width, height, data: new Uint8ClampedArray(data) };
}

function jpegOf(bytes: Uint8Array): Picture {
  const { width, height, data } = jpeg.decode(bytes, { useTArray: true, formatAsRGBA: true, maxResolutionInMP: mostPixels / 1_000_000, maxMemoryUsageInMB: 400 });
  return { width, height, data: new Uint8ClampedArray(data) };
}

async function* pdfOf(bytes: Uint8Array): AsyncGenerator<Picture> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  try {
    for (let page = 1; page <= Math.min(document.numPages, mostPages); page += 1) {
      for (const { data, width, height, channels } of await extractImages(document, page)) {
        if (width * height <= mostPixels) yield { width, height, data: inFourChannels(data, channels, width * height) };
      }
    }
  } finally {
    await document.destroy();
  }
}

function inFourChannels(data: Uint8ClampedArray, channels: 1 | 3 | 4, pixels: number): Uint8ClampedArray {
  if (channels === 4) return data;
  const out = new Uint8ClampedArray(pixels * 4).fill(255);
  for (let at = 0; at < pixels; at += 1) for (let channel = 0; channel < 3; channel += 1) out[at * 4 + channel] = data[channels === 1 ? at : at * 3 + channel] ?? 255;
  return out;
}
