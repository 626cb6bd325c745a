import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installation } from '#platform/config/installation.ts';
import { secretBox } from '#platform/crypto/secret-box.ts';
import { blobStore } from '#platform/files/blob-store.ts';
import { defaultImportLimits } from '#platform/files/import-limits.schema.ts';
import { loadTexts } from '#platform/i18n/messages.ts';

const filesFolder = join(tmpdir(), `clusterloom-test-files-${process.pid}`);
process.once('exit', () => rmSync(filesFolder, { recursive: true, force: true }));

/** A machine with a key of its own that no other test knows by chance; it may call servers that a test runs beside it. */
export const testInstallation: Installation = {
  level: 'sensitive',
  secrets: secretBox(new Uint8Array(32).fill(7)),
  outside: null,
  files: blobStore(filesFolder),
  importLimits: defaultImportLimits,
  texts: loadTexts(join(import.meta.dirname, '../..')),
  publicUrl: 'https://clusterloom.example',
  allowHosts: ['127.0.0.1'],
};
