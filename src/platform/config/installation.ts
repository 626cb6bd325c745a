import type { BlobStore } from '#platform/files/blob-store.ts';
import type { Level } from '#platform/level/level.schema.ts';
import type { SecretBox } from '#platform/crypto/secret-box.ts';

/** What the machine brings and no space owns. */
export interface Installation {
  /** The level of data that may be kept at most; a space may hold less. */
  level: Level;
  /** Seals secrets that must be read again, such as the seeds of one-time codes. */
  secrets: SecretBox;
  /** Uploaded files, kept in the data folder beside the database. */
  files: BlobStore;
}
