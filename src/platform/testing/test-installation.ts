import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installation } from '#platform/config/installation.ts';
import { secretBox } from '#platform/crypto/secret-box.ts';
import { blobStore } from '#platform/files/blob-store.ts';

/** A machine with a key of its own that no other test knows by chance. */
export const testInstallation: Installation = { level: 'sensitive', secrets: secretBox(new Uint8Array(32).fill(7)), files: blobStore(join(tmpdir(), `clusterloom-test-files-${process.pid}`)) };
