import { keyFileName } from '#platform/crypto/installation-key.ts';
import { manifestFormat, type BackupReason, type FileEntry, type Manifest } from './manifest.schema.ts';

interface Making {
  name: string;
  reason: BackupReason;
  productVersion: string;
  startedAt: Date;
  finishedAt: Date;
  files: FileEntry[];
}

type Head = Pick<Manifest, 'format' | 'product' | 'productVersion' | 'name' | 'reason' | 'startedAt' | 'finishedAt' | 'bytes' | 'hasInstallationKey' | 'files'>;

/** What every manifest says of its backup, whatever kind it is. */
export function manifestHead({ name, reason, productVersion, startedAt, finishedAt, files }: Making): Head {
  return {
    format: manifestFormat,
    product: 'clusterloom',
    productVersion,
    name,
    reason,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    hasInstallationKey: files.some(({ path }) => path === keyFileName),
    files,
  };
}
