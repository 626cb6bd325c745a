import type { OutsideSignIn } from '#platform/auth/outside-sign-in.ts';
import type { HealthSource } from '#platform/health/health-source.ts';
import type { BlobStore } from '#platform/files/blob-store.ts';
import type { ImportLimits } from '#platform/files/import-limits.schema.ts';
import type { Level } from '#platform/level/level.schema.ts';
import type { SecretBox } from '#platform/crypto/secret-box.ts';
import type { Text } from '#platform/i18n/messages.ts';
import type { Language } from '#platform/i18n/name.schema.ts';

/** What the machine brings and no space owns. */
export interface Installation {
  /** The level of data that may be kept at most; a space may hold less. */
  level: Level;
  /** Seals secrets that must be read again, such as the seeds of one-time codes. */
  secrets: SecretBox;
  /** The provider people may sign in through; null where none is configured. */
  outside: OutsideSignIn | null;
  /** Uploaded files, kept in the data folder beside the database. */
  files: BlobStore;
  /** How much a file may hold that somebody imports. */
  importLimits: ImportLimits;
  /** The messages, for what is said outside of a request. */
  texts(language: Language): Text;
  /** The address people type; null when nobody told it, and then no link can leave the product. */
  publicUrl: string | null;
  /** Inner names and addresses that calls to the outside may reach. */
  allowHosts: readonly string[];
  /** What the machine knows of its own health; absent where nobody looks, as in most tests. */
  health?: HealthSource;
}
