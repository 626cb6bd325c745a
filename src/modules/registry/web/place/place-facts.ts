import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Place } from '../../words/place.schema.ts';

/** What the permission rule needs to know of a place, as far as the reader has it. */
export function placeFacts(place: Place): ScopeFacts {
  return { visibility: place.visibility, territories: place.territoryPath.map((each) => each.id), clusters: place.clusters.map((each) => each.id), organisations: place.operator ? [place.operator.id] : [] };
}
