/** The door of the room: what rooms below it may use. */
export { registryModule } from './registry.module.ts';
export { countOrganisations } from './store/organisation-list.store.ts';
export { insertOrganisations, type NewOrganisation } from './store/organisation-write.store.ts';
export { matchOrganisations, type OrganisationAsked, type OrganisationMatch } from './actions/match/match-organisations.ts';
export { findOrMakeSource, findSources } from './store/source.store.ts';
export { statementsOfSource } from './store/source-statements.store.ts';
export { judgePins, type JudgedPin, type Pin } from './store/pin.ts';
export { nameColumnsOf } from './store/naming.ts';
export { clustersIn, organisationsIn, placesIn } from './store/scope-columns.ts';
export { territoriesWithAncestors } from './store/territories.store.ts';
export { sampleCity } from './reference/pack/sample/sample-places.ts';
export { findRespondents, holderFacts, namesOfHolders, recordFacts, type RecordFacts, type Respondent, type RespondentFilter } from './store/respondent.store.ts';
export { matchRecords } from './store/match.store.ts';
export { findDecision, forgetDecisions, insertDecisions, listDecisions, whoDecided } from './store/match-decision.store.ts';
export { clusterMakeup, type ClusterMakeup } from './store/cluster-makeup.store.ts';
export { clustersWhere } from './store/cluster-filter.ts';
export { clustersAmong, locatedPlaces, locatedSites, namesOfPlacesAndTrades, siteLines, type ClusterMembers, type LocatedSite, type SitesAsked } from './store/located-sites.store.ts';
