import { open, type FileHandle } from 'node:fs/promises';

/** Big enough that a long file takes few turns, small enough that one turn holds nobody up. */
const partBytes = 1024 * 1024;

export interface ByteSource {
  size: number;
  /** The bytes from `from` on, part by part; the buffer is used again for the next part. */
  parts(from: number, signal?: AbortSignal): AsyncGenerator<Buffer>;
  /** A copy of `length` bytes at `from`, fewer at the end. */
  read(from: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

export async function openBytes(path: string): Promise<ByteSource> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return { size, parts: (from, signal) => parts(handle, from, signal), read: (from, length) => readAt(handle, from, length), close: () => handle.close() };
}

async function* parts(handle: FileHandle, from: number, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(partBytes);
  for (let at = from; ; ) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(buffer, 0, partBytes, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function readAt(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
