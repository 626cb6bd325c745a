import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Organisation } from '../../words/organisation.schema.ts';

/** What the permission rule needs to know of an organisation, as far as the reader has it. */
export function organisationFacts(organisation: Organisation, clusterIds: readonly string[]): ScopeFacts {
  const own = organisation.territory ? [organisation.territory.id] : [];
  return { visibility: organisation.visibility, territories: [...own, ...organisation.territoryPath.map((each) => each.id)], clusters: clusterIds, organisations: [organisation.id] };
}
