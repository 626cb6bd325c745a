import { rm } from 'node:fs/promises';
import { listBackups, type FoundBackup } from './backup-folder.ts';
import type { Manifest } from './manifest.schema.ts';
import { pruneArchive } from './wal-archive.ts';

const keptUpgrades = 2;

/** Those taken before an upgrade are counted on their own: they are the way back to the former release. */
export function superfluous(backups: readonly FoundBackup[], installation: string, keep: number): FoundBackup[] {
  const own = backups.filter(({ manifest }) => manifest.installation === installation);
  const upgrades = own.filter(({ manifest }) => manifest.reason === 'upgrade');
  const others = own.filter(({ manifest }) => manifest.reason !== 'upgrade');
  return [...others.slice(0, Math.max(0, others.length - keep)), ...upgrades.slice(0, Math.max(0, upgrades.length - keptUpgrades))];
}

/** Throws away what is beyond the number to keep, and the log that no kept backup needs. Backups of other installations are not touched. */
export async function keepNewest(root: string, { installation }: Pick<Manifest, 'installation'>, keep: number): Promise<string[]> {
  const all = await listBackups(root);
  const old = superfluous(all, installation, keep);
  for (const { folder } of old) await rm(folder, { recursive: true, force: true });
  const gone = new Set(old.map(({ name }) => name));
  const bases = all.flatMap(({ name, manifest }) => (!gone.has(name) && manifest.kind === 'base' && manifest.installation === installation ? [manifest.base] : []));
  const starts = bases.map(({ startWal }) => startWal.slice(8)).sort();
  if (bases[0] && starts[0]) await pruneArchive(root, bases[0].systemIdentifier, `00000000${starts[0]}`);
  return [...gone];
}
