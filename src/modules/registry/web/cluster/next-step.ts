import type { Cluster, ClusterOrganisation } from '../../words/cluster.schema.ts';
import type { StoredVerdict } from '../../words/classification.schema.ts';
import type { Statement } from '../../words/statement.schema.ts';

export interface NextStep {
  key: 'decide' | 'addMembers' | 'addMain' | 'fillSlots' | 'classify';
  count: number;
  tab: 'statements' | 'members' | 'promotion' | 'verdict';
}

export interface Standing {
  cluster: Cluster;
  /** Null while it loads. */
  promotion: readonly ClusterOrganisation[] | null;
  statements: readonly Statement[];
  verdicts: readonly StoredVerdict[] | null;
}

/** The one thing that helps this record most now: settle what sources dispute, then fill what is missing. */
export function nextStepOf({ cluster, promotion, statements, verdicts }: Standing): NextStep | null {
  const open = new Set(statements.filter((each) => each.disputed && each.shown === 'byRule').map((each) => `${each.attribute.key} ${each.period ?? ''}`));
  if (open.size > 0) return { key: 'decide', count: open.size, tab: 'statements' };
  if (cluster.memberCount === 0) return { key: 'addMembers', count: 0, tab: 'members' };
  if (!promotion || !verdicts) return null;
  const main = promotion.find((each) => each.role === 'main' && each.until === null);
  if (!main) return { key: 'addMain', count: 0, tab: 'promotion' };
  if (main.emptySlots.length > 0) return { key: 'fillSlots', count: main.emptySlots.length, tab: 'promotion' };
  return verdicts.length === 0 ? { key: 'classify', count: 0, tab: 'verdict' } : null;
}
