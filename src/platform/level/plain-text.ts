/** Bytes as text where they are text in one of the encodings that tables and notes come in; null for anything else. */
export function asText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const head = bytes.subarray(0, 8192);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
  // Text of two bytes a sign has its zeros on one side; a picture or a program has them on both.
  if (even === 0) return decode(bytes, 'utf-16le');
  return odd === 0 ? decode(bytes, 'utf-16be') : null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
