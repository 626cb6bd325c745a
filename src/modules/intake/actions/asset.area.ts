import { territoriesWithAncestors } from '#modules/registry/index.ts';
import type { Module, SubjectLoader } from '#platform/module/module.ts';
import { subjectLoader } from '#platform/module/subject-loader.ts';
import { assetFacts } from '../store/asset.store.ts';
import { requestFacts } from '../store/asset-request.store.ts';
import { assetReasons } from '../words/asset.contract.ts';
import * as requests from './asset/ask-for-assets.ts';
import * as assets from './asset/keep-assets.ts';

/** What a new set would belong to. */
const fromBody: SubjectLoader['fromBody'] = async (db, body) => {
  const draft = body as Partial<{ visibility: 'open' | 'internal'; territoryId: string | null; ownerId: string }>;
  const territories = draft.territoryId ? ((await territoriesWithAncestors(db, [draft.territoryId])) ?? []) : [];
  return { visibility: draft.visibility ?? 'open', territories, clusters: [], organisations: draft.ownerId ? [draft.ownerId] : [] };
};

/** The register of data assets, and who may use them. */
export const assetArea = {
  actions: {
    'dataAsset.list': assets.list,
    'dataAsset.tally': assets.tally,
    'dataAsset.get': assets.get,
    'dataAsset.create': assets.create,
    'dataAsset.update': assets.update,
    'dataAsset.move': assets.move,
    'dataAsset.end': assets.end,
    'dataAsset.renew': assets.renew,
    'dataRequest.list': requests.list,
    'dataRequest.create': requests.ask,
    'dataRequest.decide': requests.decide,
    'dataRequest.end': requests.end,
    'dataRequest.withdraw': requests.withdraw,
  },
  reasons: assetReasons,
  noticeKinds: { 'intake.dataAsked': { duty: true }, 'intake.dataGranted': {}, 'intake.dataRefused': {}, 'intake.dataEnded': {} },
  subjects: {
    dataAsset: subjectLoader(assetFacts, 'dataAsset.read', { fromBody, updatePermission: 'dataAsset.update', page: (id) => `/data-assets/${id}` }),
    dataRequest: subjectLoader(requestFacts, 'dataAsset.grant'),
  },
} satisfies Pick<Module, 'actions' | 'reasons' | 'noticeKinds' | 'subjects'>;
