import { join } from 'node:path';
import { openScene } from '#platform/testing/backup-scene.ts';
import type { Measurement } from '#platform/testing/measure.ts';
import { restore } from './restore.ts';
import { takeBackup } from './take-backup.ts';

const megabytes = 200;

/** A backup of a made-up database of about 200 MB, verified, and the drill: verify, restore, recover, count, check tables, indexes and audit, put in place. */
export default async function bench(): Promise<Measurement[]> {
  const scene = await openScene();
  try {
    // About a hundred bytes a row, and an index as ordinary tables have one.
    await scene.database.ownerPool.query(`create table ballast (id bigint primary key, filler text); insert into ballast select n, md5(n::text) || md5((n * 7)::text) from generate_series(1, ${megabytes * 7500}) n; analyze ballast`);
    const begun = performance.now();
    const taken = await takeBackup(scene.database, { root: scene.root, dataDirectory: scene.dataDirectory, reason: 'manual', productVersion: '0.1.0', now: () => new Date() });
    const backedUp = performance.now();
    const restored = await restore({ folder: taken.folder, until: null, target: join(scene.home, 'drill'), databaseUrl: null, now: () => new Date(), log: () => {} });
    const done = performance.now();
    if (restored.manifest.tables['ballast'] !== megabytes * 7500) throw new Error('the rows are not there');
    const size = Math.round(taken.bytes / 1e6);
    return [
      { name: `online backup of ${size} MB, verified`, unit: 's', value: (backedUp - begun) / 1000 },
      { name: `restore drill of ${size} MB: verified, recovered, checked, put in place`, unit: 's', value: (done - backedUp) / 1000, limit: 60 },
    ];
  } finally {
    await scene.remove();
  }
}
