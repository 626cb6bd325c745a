import { rngFrom } from '#kernel/stats/rng.ts';
import type { RecordSet } from '../pack-types.ts';
import { clusterBodies, clusterRows, sampleClusterOrganisations, sampleMemberships, sampleRelations } from './sample-clusters.ts';
import { sampleOrganisations, type Prefecture } from './sample-organisations.ts';
import { sampleAliases, sampleLists, samplePlaceRows, sampleProgrammes, sampleSources, sampleTitles } from './sample-records.ts';
import { sampleCompositions, sampleStatements } from './sample-statements.ts';

export const sampleSeed = 20_260_401;

/**
 * The whole generated sample, the same for the same seed and outlines. Its figures use the attributes of the reference
 * pack; everything else it points at is its own.
 */
export function generateSample(prefectures: readonly Prefecture[], seed: number = sampleSeed): RecordSet {
  const rng = rngFrom(seed);
  const drawn = sampleOrganisations(rng.fork('organisations'), prefectures);
  const organisations = [...clusterBodies, ...drawn];
  const memberships = sampleMemberships(rng.fork('memberships'), drawn);
  const set = { organisations: drawn, memberships };
  return {
    sources: sampleSources,
    attributes: [],
    checklists: [],
    organisations,
    relations: sampleRelations(rng.fork('relations'), drawn, memberships),
    clusters: clusterRows,
    memberships,
    clusterOrganisations: sampleClusterOrganisations(rng.fork('bodies'), memberships),
    places: samplePlaceRows,
    programmes: sampleProgrammes,
    lists: sampleLists(rng.fork('lists'), set),
    titles: sampleTitles(rng.fork('titles'), set),
    statements: sampleStatements(rng.fork('statements'), drawn, memberships),
    compositions: sampleCompositions,
    aliases: sampleAliases(set),
  };
}
