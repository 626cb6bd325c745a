import type { BlobStore } from './blob-store.ts';

/** Younger than this, a blob may belong to an upload whose row is not committed yet. */
const graceMinutes = 60;

/** Removes blobs that no row names and what interrupted uploads left. `known` tells which of these hashes a row still names. */
export async function sweepBlobs(blobs: BlobStore, spaceId: string, now: Date, known: (hashes: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number> {
  const oldest = now.getTime() - graceMinutes * 60_000;
  const old = (await blobs.list(spaceId)).filter((blob) => blob.touchedAt.getTime() < oldest);
  const named = await known(old.flatMap((blob) => blob.hash ?? []));
  const stray = old.filter((blob) => blob.hash === null || !named.has(blob.hash));
  for (const blob of stray) await blobs.removeUntouched(blob);
  return stray.length;
}

/** Folders of spaces that are gone. */
export async function sweepSpaces(blobs: BlobStore, exists: (spaceIds: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number> {
  const folders = await blobs.spaces();
  const living = await exists(folders);
  const gone = folders.filter((spaceId) => !living.has(spaceId));
  for (const spaceId of gone) await blobs.removeSpace(spaceId);
  return gone.length;
}
