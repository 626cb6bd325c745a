import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { BlobStore } from '#platform/files/blob-store.ts';
import type { SpooledFile } from '#platform/files/spooled-file.ts';
import { fail, type Result } from '#platform/result/result.rules.ts';
import type { Route } from './route.contract.ts';

class TooLarge extends Error {
  readonly statusCode = 413;
}

/** Bodies that are files: held in memory up to the route's limit, or, for a route that spools, passed on as they come. */
export function takeFileBodies(app: FastifyInstance): void {
  app.addContentTypeParser(['text/csv', 'application/octet-stream'], async (request: FastifyRequest, payload: Readable) => {
    if (isSpooling(request)) return payload;
    return collect(payload, request.routeOptions.bodyLimit ?? 0, Number(request.headers['content-length'] ?? 0));
  });
}

export const spoolConfig = (route: Route): { spools?: true } => (route.spool ? { spools: true } : {});
const isSpooling = (request: FastifyRequest): boolean => (request.routeOptions.config as { spools?: true }).spools === true;

async function collect(payload: Readable, limit: number, announced: number): Promise<Buffer> {
  if (announced > limit) throw new TooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of payload as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw new TooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Writes a body to the disk as it comes. One that announces itself as too long is not even begun. */
export async function spool(files: BlobStore, request: FastifyRequest, limit: number): Promise<Result<SpooledFile>> {
  const tooLarge = fail('bodyTooLarge', { limit: Math.floor(limit / 1024 / 1024) });
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge;
  const source = request.body instanceof Readable ? request.body : Readable.from([]);
  const file = await files.receive(source, limit);
  return file ? { ok: true, value: file } : tooLarge;
}

/**
 * Whoever sends slowly loses the connection after a while; a long file may take its time. The server itself knows one
 * limit for all, so it is kept here.
 */
export function limitSending(app: FastifyInstance, requestMs: number): void {
  app.addHook('onRequest', async (request) => {
    if (isSpooling(request) || request.raw.complete) return;
    const { socket } = request.raw;
    const late = setTimeout(() => {
      if (!request.raw.complete && socket.writable) socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n', () => socket.destroy());
    }, requestMs);
    late.unref();
    request.raw.once('close', () => clearTimeout(late));
  });
}
