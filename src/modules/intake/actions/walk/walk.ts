import type { StoredBatch } from '../../store/batch.store.ts';

/** Who follows a walk over the rows of a file. */
export interface Walk {
  /** After each part. Throws when the walk is to end here; what it wrote so far is then rolled back. */
  passed(done: number, total: number): Promise<void>;
  signal?: AbortSignal;
}

/** Inside a request, where nobody watches. */
export const unwatched: Walk = { passed: async () => undefined };

const smallBytes = 2 * 1024 * 1024;
const smallRows = 20_000;

/** What is done at once, while the sender waits; the rest becomes work for later. */
export const isSmallFile = (bytes: number): boolean => bytes <= smallBytes;
export const isSmallBatch = (batch: Pick<StoredBatch, 'fileSize' | 'rowCount'>): boolean => isSmallFile(batch.fileSize) && batch.rowCount <= smallRows;
