export type DatabaseTrouble = 'unavailable' | 'full' | 'readOnly' | 'timeout';

const troubles: Readonly<Record<string, DatabaseTrouble>> = {
  '53100': 'full',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readOnly',
  '53200': 'unavailable',
  '53300': 'unavailable',
  '57014': 'timeout',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '58030': 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  ENOENT: 'unavailable',
  EPIPE: 'unavailable',
};

/** A fault of the database that says nothing about the request: answer 503 and let the client try again. Null for all else. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Error)) return null;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && troubles[code]) return troubles[code];
  // A file system that does not take a write: PostgreSQL has no code of its own for it.
  if (/^could not .*: Read-only file system/.test(error.message)) return 'readOnly';
  if (/^could not .*: (File too large|No space left on device|Disk quota exceeded)/.test(error.message)) return 'full';
  if (/^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed) and is not queryable)/.test(error.message)) return 'unavailable';
  return null;
}
