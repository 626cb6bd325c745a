import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../words/read.schema.ts';
import type { ByteSource } from './byte-source.ts';

/** The text of a file part by part, without its byte order mark. Throws a TypeError where bytes are no text of the encoding. */
export async function* decodedParts(source: ByteSource, encoding: Encoding, signal?: AbortSignal, onBytes: (count: number) => void = () => {}): AsyncGenerator<string> {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') {
    yield* utf8Parts(source, encoding === 'utf-8-bom' ? 3 : 0, signal, onBytes);
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const part of source.parts(0, signal)) {
    onBytes(part.length);
    yield decoder.decode(part, { stream: true });
  }
  yield decoder.decode();
}

/** Node decodes whole strings of UTF-8 several times faster than a stream of them. */
async function* utf8Parts(source: ByteSource, from: number, signal: AbortSignal | undefined, onBytes: (count: number) => void): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of source.parts(from, signal)) {
    onBytes(part.length);
    const bytes = rest.length === 0 ? part : Buffer.concat([rest, part]);
    const end = bytes.length - unfinished(bytes);
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) throw new TypeError('the bytes are not UTF-8');
    yield whole.toString('utf8');
    rest = Buffer.from(bytes.subarray(end));
  }
  if (rest.length > 0) throw new TypeError('the bytes end within a character');
}

/** Bytes at the end that begin a character and do not finish it. */
export function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
