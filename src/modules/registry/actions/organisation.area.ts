import type { Area } from './area.ts';
import { archive, restore } from './organisation/archive-organisation.ts';
import { compareMerge } from './organisation/compare-merge.ts';
import { create } from './organisation/create-organisation.ts';
import { merge } from './organisation/merge-organisation.ts';
import { organisationCountTrace, organisationFigures } from './organisation/organisation-figures.ts';
import { facets, get, list, points } from './organisation/read-organisation.ts';
import { addRelation, listRelations, removeOneRelation } from './organisation/relate-organisation.ts';
import { split } from './organisation/split-organisation.ts';
import { addTitle, listTitles, removeOneTitle } from './organisation/title-organisation.ts';
import { update } from './organisation/update-organisation.ts';
import { organisationSearch } from '../store/organisation-search.ts';
import { organisationSubject } from '../store/organisation.store.ts';

export const organisationArea: Area = {
  actions: {
    'organisation.list': list,
    'organisation.get': get,
    'organisation.points': points,
    'organisation.facets': facets,
    'organisation.create': create,
    'organisation.update': update,
    'organisation.archive': archive,
    'organisation.restore': restore,
    'organisation.merge': merge,
    'organisation.split': split,
    'organisation.compareMerge': compareMerge,
    'organisation.relations.list': listRelations,
    'organisation.relations.add': addRelation,
    'organisation.relations.remove': removeOneRelation,
    'organisation.titles.list': listTitles,
    'organisation.titles.add': addTitle,
    'organisation.titles.remove': removeOneTitle,
  },
  subjects: { organisation: organisationSubject },
  reasons: {
    usccInvalid: 422,
    usccTaken: 409,
    subtypeMismatch: 422,
    territoryUnknown: 422,
    industryUnknown: 422,
    pinIncomplete: 422,
    placeUnknown: 422,
    scopeLeft: 403,
    alreadyArchived: 409,
    notArchived: 409,
    recordMerged: 409,
    notMerged: 409,
    mergeSelf: 422,
    splitLaterFirst: 409,
    organisationUnknown: 422,
    relationSelf: 422,
    relationCycle: 409,
    relationTaken: 409,
    periodReversed: 422,
    sourceUnknown: 422,
  },
  contributions: { searchSources: [organisationSearch], traceProviders: [organisationCountTrace], summaryFigures: organisationFigures },
};
