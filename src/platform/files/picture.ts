export const pictureLimits = { side: 20_000, pixels: 120_000_000 } as const;

export interface PictureFacts {
  width: number;
  height: number;
  /** Where the picture ends; bytes behind it belong to something else. Null where the format does not say. */
  end: number | null;
}

type Reader = (view: DataView) => PictureFacts | null;

/** Size and end of a picture, from its headers alone: nothing is decoded. Null for a picture that is broken. */
export function readPicture(mediaType: string, bytes: Uint8Array): PictureFacts | null {
  try {
    return readers[mediaType]?.(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const readers: Readonly<Record<string, Reader>> = { 'image/png': readPng, 'image/jpeg': readJpeg, 'image/gif': readGif, 'image/webp': readWebp };

export const isPicture = (mediaType: string): boolean => Object.hasOwn(readers, mediaType);

function readPng(view: DataView): PictureFacts | null {
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  for (let at = 8; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (view.getUint32(at + 4) === 0x49454e44) return { width, height, end };
    at = end;
  }
  return null;
}

/** Frame headers are C0–CF without C4, C8 and CC; the picture's data follows the scan header and ends with FF D9. */
function readJpeg(view: DataView): PictureFacts | null {
  for (let at = 2; at + 4 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const mark = view.getUint8(at + 1);
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), end: null };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function readGif(view: DataView): PictureFacts | null {
  const table = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  let at = 13 + table(view.getUint8(10));
  const skipBlocks = (): void => {
    for (let length = view.getUint8(at); length > 0; length = view.getUint8(at)) at += 1 + length;
    at += 1;
  };
  for (;;) {
    const mark = view.getUint8(at);
    if (mark === 0x3b) return { ...size, end: at + 1 };
    if (mark === 0x21) at += 2;
    else if (mark === 0x2c) at += 11 + table(view.getUint8(at + 9));
    else return null;
    skipBlocks();
  }
}

function readWebp(view: DataView): PictureFacts | null {
  const kind = view.getUint32(12);
  const end = 8 + view.getUint32(4, true);
  const three = (at: number): number => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (kind === 0x56503858) return { width: three(24), height: three(27), end };
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff), end };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, end };
}
