import { packAttributes } from './attributes.ts';
import { checklistAttributes, packChecklists } from './checklists.ts';
import { promotionAliases, promotionOrganisations, promotionPairs, promotionPlaces, promotionRelations, promotionStatements } from './cluster-organisations.ts';
import { domesticAliases, domesticLists, domesticOrganisations, domesticProgrammes, domesticStatements, packCompositions } from './domestic.ts';
import { foreignAliases, foreignClusterOrganisations, foreignClusters, foreignOrganisations, foreignProgrammes, foreignRelations } from './foreign.ts';
import { foreignStatements } from './foreign-statements.ts';
import { instrumentsAliases, instrumentsClusters, instrumentsLists, instrumentsMemberships, instrumentsOrganisations, instrumentsPlaces, instrumentsStatements, instrumentsTitles } from './guangdong-instruments.ts';
import { nationalClusters } from './national-clusters.ts';
import type { RecordSet } from './pack-types.ts';
import { packSources } from './sources.ts';

/** Sourced facts that can be laid into any space. Nothing in it is generated, and every statement names its source. */
export const referencePack: RecordSet = {
  sources: packSources,
  attributes: [...packAttributes, ...checklistAttributes],
  checklists: packChecklists,
  organisations: [...domesticOrganisations, ...promotionOrganisations, ...instrumentsOrganisations, ...foreignOrganisations],
  relations: [...promotionRelations, ...foreignRelations],
  clusters: [...nationalClusters, ...instrumentsClusters, ...foreignClusters],
  memberships: instrumentsMemberships,
  clusterOrganisations: [...promotionPairs, ...foreignClusterOrganisations],
  places: [...promotionPlaces, ...instrumentsPlaces],
  programmes: [...domesticProgrammes, ...foreignProgrammes],
  lists: [...domesticLists, ...instrumentsLists],
  titles: instrumentsTitles,
  statements: [...domesticStatements, ...promotionStatements, ...instrumentsStatements, ...foreignStatements],
  compositions: packCompositions,
  aliases: [...domesticAliases, ...promotionAliases, ...instrumentsAliases, ...foreignAliases],
};
