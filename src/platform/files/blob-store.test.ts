import { cpSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { blobStore, hashOf } from './blob-store.ts';
import { sweepBlobs, sweepSpaces } from './sweep-blobs.ts';

const folder = mkdtempSync(join(tmpdir(), 'clusterloom-blobs-'));
const [space, other] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
const blobs = blobStore(folder);
const bytes = new TextEncoder().encode('sample');
afterAll(() => rmSync(folder, { recursive: true }));

it('keeps the same bytes once, and each space for itself', async () => {
  const hash = await blobs.put(space, bytes);
  expect([hash, await blobs.put(space, bytes)]).toEqual([hashOf(bytes), hash]);
  expect(await blobs.list(space)).toHaveLength(1);
  expect(await blobs.read(other, hash)).toBeNull();
  expect(Buffer.from((await blobs.read(space, hash)) ?? []).toString()).toBe('sample');
});

it('is the same after its folder was copied', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'clusterloom-blobs-'));
  cpSync(folder, copy, { recursive: true });
  expect(Buffer.from((await blobStore(copy).read(space, hashOf(bytes))) ?? []).toString()).toBe('sample');
  rmSync(copy, { recursive: true });
});

it('never hands out bytes that changed on the disk, and heals when the same file comes again', async () => {
  const [kept] = await blobs.list(space);
  writeFileSync(kept?.path ?? '', 'samplf');
  expect(await blobs.read(space, hashOf(bytes))).toBeNull();
  await blobs.put(space, bytes);
  expect(await blobs.read(space, hashOf(bytes))).not.toBeNull();
});

it('refuses to be led out of its folder', async () => {
  await expect(blobs.put('../../x', bytes)).rejects.toThrow('UUID');
  await expect(blobs.read(space, '../../../etc/passwd')).rejects.toThrow('SHA-256');
});

it('sweeps what no row names, but nothing young', async () => {
  const stray = await blobs.put(space, new TextEncoder().encode('stray'));
  const young = await blobs.put(space, new TextEncoder().encode('young'));
  const now = new Date();
  const old = new Date(now.getTime() - 2 * 3_600_000);
  const entries = await blobs.list(space);
  const half = join(folder, space, 'ab.part');
  writeFileSync(half, 'x');
  for (const path of [half, ...entries.filter((entry) => entry.hash !== young).map((entry) => entry.path)]) utimesSync(path, old, old);
  expect(await sweepBlobs(blobs, space, now, async () => new Set([hashOf(bytes)]))).toBe(2);
  expect((await blobs.list(space)).map((entry) => entry.hash).sort()).toEqual([hashOf(bytes), young].sort());
  expect(await blobs.read(space, stray)).toBeNull();
});

it('removes the folders of spaces that are gone', async () => {
  await blobs.put(other, bytes);
  expect(await sweepSpaces(blobs, async () => new Set([space]))).toBe(1);
  expect(readdirSync(folder)).toEqual([space]);
});
