import type { Context } from '#platform/module/module.ts';
import { loadPack, noteLoad } from '../load-pack.ts';
import { idOfKey } from '../keyed-writer.ts';
import { writeRecordSet } from '../write-record-set.ts';
import { generateSample } from './generate-sample.ts';
import { insertSamplePlaces, listPrefectures } from './sample-places.store.ts';
import { sampleCity } from './sample-places.ts';

/** Ids that the seeds of other rooms hang people and records on. */
export type SampleIds = Record<'territoryId' | 'clusterId' | 'organisationId', string>;

/** Fills the space 样例: the reference pack, then everything that is generated. */
export async function loadSample(context: Context): Promise<SampleIds> {
  await loadPack(context);
  await insertSamplePlaces(context.db);
  const sample = generateSample(await listPrefectures(context.db));
  noteLoad(context, 'sample.loaded', await writeRecordSet(context, sample, true));
  const member = sample.memberships.find((row) => row.cluster === 'sampleClusterA' && row.membershipClass === 'core' && sample.organisations.find((each) => each.key === row.organisation)?.type === 'enterprise');
  return { territoryId: sampleCity('A'), clusterId: idOfKey(context.spaceId, 'cluster', 'sampleClusterA'), organisationId: idOfKey(context.spaceId, 'organisation', member?.organisation ?? 'weaverA') };
}
