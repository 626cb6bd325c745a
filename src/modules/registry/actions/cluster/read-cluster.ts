import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { listClusterRows } from '../../store/cluster.store.ts';
import { composeMembers, pointMembers } from '../../store/membership.store.ts';
import type * as routes from '../../words/cluster.contract.ts';
import { readCluster } from './cluster-content.ts';

export const list: Action<typeof routes.listClusters> = async (context, { query }) => {
  const page = await listClusterRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getCluster> = (context, { params }) => readCluster(context, params.clusterId);

export const compose: Action<typeof routes.getClusterComposition> = async (context, { params }) => ok(await composeMembers(context, params.clusterId));

export const points: Action<typeof routes.listClusterPoints> = async (context, { params }) => ok(await pointMembers(context, params.clusterId));
