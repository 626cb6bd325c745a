import { z } from 'zod';
import type { Level } from '#platform/level/level.schema.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Where the row that rights are checked against comes from, before the action runs. */
export type Subject =
  /** The record named by a path parameter. */
  | { kind: string; param: string }
  /** A record of any kind, for what hangs on records: the path names its kind and its id. An unknown kind is not found. With `needs`, whoever may not change the record itself is refused. */
  | { kindParam: string; param: string; needs?: 'update' }
  /** The record that the body would create; the room's subject loader reads the scope out of the body. */
  | { kind: string; from: 'body' }
  /** No single row: the action filters by the reader's scope (lists, counts, search, exports). */
  | { kind: string; from: 'list' };

export interface Route {
  /** Also the OpenAPI operationId: `organisation.list`. */
  id: string;
  method: Method;
  /** Below /api/v1 (a page: below the root), parameters as `:organisationId`. */
  path: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  out: z.ZodType;
  /** A permission of the room, or who may call without one. */
  permission: string | 'anonymous' | 'signedIn';
  subject?: Subject;
  /** Reasons this route can fail with, besides those every route has. */
  reasons: readonly string[];
  /** A conditional write: the caller names the version it read in If-Match. */
  ifMatch?: boolean;
  status?: 200 | 201 | 202 | 204;
  /** Column names of the item, for CSV export of a list (`Accept: text/csv` or `?format=csv`). */
  csv?: readonly string[];
  /** Body limit in bytes where the default of 256 KiB does not fit. */
  bodyLimit?: number;
  /** The body is a file that may be long: it is written to the disk as it comes, and the action is given a `SpooledFile`. `bodyLimit` is then what the installation may allow at most. */
  spool?: boolean;
  /** Body or answer holds a secret: nothing of it is kept, so an Idempotency-Key has no effect. */
  secret?: boolean;
  /** Only for the person at the screen: passwords, factors, sessions, keys. An API key is refused. */
  personal?: boolean;
  /** Personal, and yet open to a deputy who acts for somebody: leaving again, signing out. */
  whileActing?: boolean;
  /** Open to somebody who still has to enrol a second factor. */
  beforeEnrolment?: boolean;
  /** Calls a minute from one address, where the general limit is too generous. */
  perMinute?: number;
  /** Bytes for download, or a page of finished HTML outside the API; `out` is then `fileAnswer`. Else JSON. */
  answer?: 'file' | 'page';
  summary: { zh: string; en: string };
}

export const apiPrefix = '/api/v1';

/** Where a route is mounted: below the API, or at the root for finished pages. */
export const mountedPath = (route: Route): string => (route.answer === 'page' ? route.path : `${apiPrefix}${route.path}`);

/** What a route answers that sends bytes instead of JSON. */
export interface FileAnswer {
  /** Suggested name of the download. */
  name: string;
  mediaType: string;
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
  /** Level of data in it, where it is not the route's. */
  level?: Level;
  /** Shown in the browser instead of saved. Only for types that cannot run anything. */
  inline?: boolean;
}
export const fileAnswer = z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value);

/** What the action of a route that spools is given: a file on the disk, which goes away with the answer unless the blob store keeps it. */
export interface SpooledBody {
  path: string;
  size: number;
  /** SHA-256 of its bytes. */
  hash: string;
  drop(): Promise<void>;
}
export const spooledBody = z.custom<SpooledBody>((value) => typeof value === 'object' && value !== null && 'path' in value && 'hash' in value);

/** Routes are values: mounted, called and documented from the same object. */
export function defineRoute<const R extends Route>(route: R): R {
  return route;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Given<S> = S extends z.ZodType ? z.input<S> : undefined;

export interface RouteInput<R extends Route> {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
  /** The version named in If-Match, on conditional writes. */
  ifMatch: number | null;
}
export type RouteOutput<R extends Route> = z.input<R['out']>;
export type RouteAnswer<R extends Route> = z.output<R['out']>;
export type RouteParams<R extends Route> = Given<R['params']>;
export type RouteQuery<R extends Route> = Given<R['query']>;
export type RouteBody<R extends Route> = Given<R['body']>;

/** Reasons every route shares, with their HTTP status. */
export const sharedReasons = {
  invalidInput: 400,
  invalidCursor: 400,
  signInRequired: 401,
  notAllowed: 403,
  notWithKey: 403,
  notWhileActing: 403,
  strongSignInRequired: 403,
  factorRequired: 403,
  notFound: 404,
  methodNotAllowed: 405,
  exportNeedsApproval: 403,
  exportGrew: 409,
  keyReused: 409,
  changedMeanwhile: 412,
  bodyTooLarge: 413,
  unsupportedType: 415,
  aboveCeiling: 422,
  secretMark: 422,
  versionRequired: 428,
  tooManyRequests: 429,
  unexpected: 500,
  notReady: 503,
  tookTooLong: 503,
  storageFull: 503,
  storageReadOnly: 503,
} as const;
export type SharedReason = keyof typeof sharedReasons;
