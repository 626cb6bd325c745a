import { holderFacts, namesOfHolders } from '#modules/registry/index.ts';
import type { ActorMandate } from '#platform/auth/actor.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import { collectors } from '../../words/form.rules.ts';

/** Whoever holds a level or a campaign, as one text: a territory's id, `cluster:<id>`, or `space`. */
export type Holder = string;

export const holderOf = ({ territoryId, clusterId }: { territoryId: string | null; clusterId: string | null }): Holder => territoryId ?? (clusterId ? `cluster:${clusterId}` : 'space');
export const clusterOf = (holder: Holder): string | null => (holder.startsWith('cluster:') ? holder.slice(8) : null);
const partsOf = (holder: Holder) => ({ territoryId: holder === 'space' || clusterOf(holder) ? null : holder, clusterId: clusterOf(holder) });

export async function factsOfHolder(db: SpaceDb, holder: Holder): Promise<ScopeFacts> {
  const facts = (await holderFacts(db, partsOf(holder))) ?? { territories: [], clusters: [] };
  return { visibility: 'internal', organisations: [], ...facts };
}

/** The mandate is over exactly this holder's scope, not only over something above it. */
export function holdsExactly(mandates: readonly Pick<ActorMandate, 'role' | 'scopeKind' | 'scopeId'>[], holder: Holder): boolean {
  const cluster = clusterOf(holder);
  return mandates.some(({ role, scopeKind, scopeId }) => collectors.includes(role) && (holder === 'space' ? scopeKind === 'space' : cluster ? scopeKind === 'cluster' && scopeId === cluster : scopeKind === 'territory' && scopeId === holder));
}

/** May decide in this holder's place: as the holder, or from above. */
export async function actsForHolder(context: Context, holder: Holder): Promise<{ allowed: boolean; isOnBehalf: boolean }> {
  if (holder === '') return { allowed: false, isOnBehalf: false };
  const allowed = context.allows('party.decide', await factsOfHolder(context.db, holder));
  return { allowed, isOnBehalf: allowed && !holdsExactly(context.actor.mandates, holder) };
}

export const spaceName: Name = { zh: '全空间', en: 'The whole space' };

export async function namesFor(db: SpaceDb, holders: readonly Holder[]): Promise<Map<Holder, Name>> {
  const clusters = holders.map(clusterOf).filter((id) => id !== null);
  const found = await namesOfHolders(db, holders.filter((holder) => holder !== 'space' && !clusterOf(holder)), clusters);
  const named = holders.map((holder) => [holder, holder === 'space' ? spaceName : found.get(clusterOf(holder) ?? holder)] as const);
  return new Map(named.filter((pair): pair is readonly [string, Name] => pair[1] !== undefined));
}
