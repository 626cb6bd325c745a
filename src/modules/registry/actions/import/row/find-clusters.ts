import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, ImportField } from '#platform/module/module.ts';
import { fold } from '#platform/text/folding.ts';
import { clustersIn } from '../../../store/scope-columns.ts';

export interface HeldCluster {
  id: string;
  name: Name;
}

/** The column by which a row names its cluster. */
export const clusterField: ImportField = {
  key: 'cluster', label: { zh: '集群', en: 'Cluster' }, required: true, hints: ['cluster', '集群', '集群名称', '所属集群', '产业集群', 'cluster name'],
  note: { zh: '登记册中的集群名称或别名。', en: 'The name of the cluster in the register, or one of its other names.' }, example: '样例智能家电集群',
};

/** Standing clusters that the importer may see, by a name as written; several of one name are all answered. */
export async function findClusters(context: Context, names: readonly string[]): Promise<Map<string, HeldCluster[]>> {
  const keys = [...new Set(names.map(fold))].filter((key) => key !== '');
  const { rows } = await sql<HeldCluster & { keys: string[] }>`
    select cluster.id, cluster.name, string_to_array(cluster.search_text, '|') as keys from cluster
    where archived_at is null and string_to_array(cluster.search_text, '|') && ${keys}::text[] and ${clustersIn(context.scope('cluster.read'))} order by cluster.id`.execute(context.db);
  const byKey = new Map<string, HeldCluster[]>();
  for (const { keys: own, ...cluster } of rows) for (const key of own) byKey.set(key, [...(byKey.get(key) ?? []), cluster]);
  return new Map(names.map((name) => [name, byKey.get(fold(name)) ?? []]));
}
