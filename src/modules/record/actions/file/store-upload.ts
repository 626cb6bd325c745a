import { acceptUpload } from '#platform/files/accept-upload.ts';
import { hashOf } from '#platform/files/blob-store.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { isHashKept, lockQuota, readQuota } from '../../store/quota.store.ts';

export interface StoredUpload {
  hash: string;
  size: number;
  mediaType: string;
}

/** Judges, counts, writes to the disk: in this order, so that nothing refused was ever stored and no row names what is not there. */
export async function storeUpload(context: Context, name: string, bytes: Uint8Array): Promise<Result<StoredUpload>> {
  const accepted = await acceptUpload({ name, bytes });
  if ('reason' in accepted) return fail(accepted.reason, accepted.params);
  await lockQuota(context.db);
  const quota = await readQuota(context.db);
  if (bytes.length > quota.largest) return fail('fileTooBig', { most: Math.floor(quota.largest / 1_048_576) });
  const more = (await isHashKept(context.db, hashOf(bytes))) ? 0 : bytes.length;
  if (quota.used + more > quota.total) return fail('quotaUsedUp');
  const hash = await context.installation.files.put(context.spaceId, bytes);
  return ok({ hash, size: bytes.length, mediaType: accepted.mediaType });
}
