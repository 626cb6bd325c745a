import type { Installation } from '#platform/config/installation.ts';
import { secretBox } from '#platform/crypto/secret-box.ts';

/** A machine with a key of its own that no other test knows by chance. */
export const testInstallation: Installation = { secrets: secretBox(new Uint8Array(32).fill(7)) };
