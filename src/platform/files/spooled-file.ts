import { rm } from 'node:fs/promises';
import type { SpooledBody } from '#platform/http/route.contract.ts';

/** An upload that was written to the disk as it came; nothing of it is held in memory. */
export class SpooledFile implements SpooledBody {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of its bytes. */
  readonly hash: string;

  constructor(path: string, size: number, hash: string) {
    this.path = path;
    this.size = size;
    this.hash = hash;
  }

  /** Removes what was not kept. */
  async drop(): Promise<void> {
    await rm(this.path, { force: true });
  }
}
