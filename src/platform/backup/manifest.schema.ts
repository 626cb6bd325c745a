import { z } from 'zod';

/** What a backup folder holds, so that a later look can tell whether all of it is there unchanged. */
export const manifestFormat = 1;
export const manifestName = 'manifest.json';

/** Relative, and never out of the folder: a manifest may have been written by anybody. */
const path = z.string().regex(/^(?!.*(^|\/)\.{1,2}(\/|$))[^/\\\0][^\\\0]*$/);

const fileEntry = z.object({ path, bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const baseFacts = z.object({
  /** Numbers the cluster itself: backups and logs of another one do not fit. */
  systemIdentifier: z.string(),
  timeline: z.int(),
  startLsn: z.string(),
  stopLsn: z.string(),
  /** First and last piece of the write-ahead log that the copy needs. */
  startWal: z.string(),
  endWal: z.string(),
  /** The moment that a restore without an instant ends at, by name; rows were counted at it. */
  restorePoint: z.string(),
  /** Operating system and processor: the files of one do not open on another. */
  platform: z.string(),
});

const shared = {
  format: z.literal(manifestFormat),
  product: z.literal('clusterloom'),
  productVersion: z.string(),
  name: z.string(),
  reason: z.enum(['manual', 'scheduled', 'upgrade']),
  /** Backups of one installation are kept and thrown away together. */
  installation: z.string(),
  startedAt: z.iso.datetime(),
  /** The state that was saved is the one of this instant. */
  stateAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  bytes: z.int().min(0),
  postgresVersion: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.record(z.string(), z.int().min(0)),
  /** False when the counts were taken while writers wrote. */
  countsExact: z.boolean(),
  hasInstallationKey: z.boolean(),
  directories: z.array(path),
  files: z.array(fileEntry),
};

export const manifestSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('base'), base: baseFacts, ...shared }), z.object({ kind: z.literal('logical'), columns: z.record(z.string(), z.array(z.string())), ...shared })]);

export type Manifest = z.infer<typeof manifestSchema>;
export type BaseManifest = Extract<Manifest, { kind: 'base' }>;
export type LogicalManifest = Extract<Manifest, { kind: 'logical' }>;
export type FileEntry = z.infer<typeof fileEntry>;
export type BackupReason = Manifest['reason'];
