import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { FileAnswer, Route } from './route.contract.ts';

const closed = "default-src 'none'; base-uri 'none'; form-action 'none'";

/**
 * What the answer may do in a browser. A finished page loads nothing but its own styles and pictures. Anything else is
 * cut off from our origin by `sandbox` — except PDF: browsers refuse to start their own viewer in a sandbox, and that
 * viewer is itself a closed box which sees nothing of the page around it.
 */
function policyOf(route: Route, file: FileAnswer): string {
  if (route.answer === 'page') return `${closed}; style-src 'unsafe-inline'; img-src data: 'self'; frame-ancestors 'none'`;
  if (!file.inline) return `${closed}; sandbox; frame-ancestors 'none'`;
  const viewer = "style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";
  return file.mediaType === 'application/pdf' ? `${closed}; ${viewer}` : `${closed}; ${viewer}; sandbox`;
}

/** Bytes under their own type and name; nothing in them may run with our rights. */
export function sendFile(route: Route, file: FileAnswer, reply: FastifyReply): unknown {
  const disposition = `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
  void reply.type(file.mediaType).headers({ 'content-disposition': disposition, 'content-security-policy': policyOf(route, file), 'x-content-type-options': 'nosniff' });
  return reply.send(file.bytes instanceof Uint8Array ? Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength) : Readable.from(file.bytes));
}

/** A page of finished HTML that could not be given, as HTML too. */
export function sendProblemPage(html: string, status: number, reply: FastifyReply): unknown {
  const policy = `${closed}; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'`;
  return reply.code(status).type('text/html; charset=utf-8').header('content-security-policy', policy).send(html);
}
