import { peopleInForce, type PersonInForce } from '#modules/identity/index.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { RespondentKind } from '../../words/form.schema.ts';

export interface ToldCampaign {
  id: string;
  name: Name;
  period: string;
  dueAt: string | null;
}
export interface ToldParty {
  id: string;
  kind: RespondentKind;
  organisationId: string | null;
  clusterId: string | null;
  territoryId: string | null;
}

/** The mandates that report for a party themselves: an organisation's representatives, a cluster's staff, a territory's officers. */
export function isOwnReporter({ role, scopeKind, scopeId }: { role: string; scopeKind: string; scopeId: string | null }, party: Omit<ToldParty, 'id'>): boolean {
  if (scopeId === null) return false;
  if (role === 'organisationRepresentative') return scopeKind === 'organisation' && scopeId === party.organisationId;
  if (role === 'clusterStaff') return party.kind === 'clusterOrganisation' && scopeKind === 'cluster' && scopeId === party.clusterId;
  return role === 'territorialOfficer' && party.kind === 'territory' && scopeKind === 'territory' && scopeId === party.territoryId;
}

/** Everyone by the scope that they report for, so that thousands of parties cost one walk. */
function reportersByScope(people: readonly PersonInForce[]): Map<string, PersonInForce[]> {
  const found = new Map<string, PersonInForce[]>();
  for (const person of people) for (const { scopeId } of person.mandates) if (scopeId !== null) found.set(scopeId, [...(found.get(scopeId) ?? []), person]);
  return found;
}

/** Tells whoever reports for each party; answers how many parties have nobody who could be told. */
export async function tellParties(context: Context, kind: string, campaign: ToldCampaign, parties: readonly ToldParty[], params: Record<string, string | number> = {}): Promise<{ told: number; nobody: number }> {
  const byScope = reportersByScope(await peopleInForce(context));
  let told = 0;
  for (const party of parties) {
    const scopes = [party.organisationId, party.clusterId, party.territoryId].filter((id) => id !== null);
    const people = [...new Set(scopes.flatMap((id) => byScope.get(id) ?? []).filter((person) => person.mandates.some((mandate) => isOwnReporter(mandate, party))).map(({ id }) => id))];
    if (people.length === 0) continue;
    told += 1;
    context.notify({ kind, subject: { kind: 'party', id: party.id }, href: `/reports/${party.id}`, to: { people }, name: campaign.name, params: { period: campaign.period, ...params }, due: campaign.dueAt, groupKey: `party ${party.id}` });
  }
  return { told, nobody: parties.length - told };
}
