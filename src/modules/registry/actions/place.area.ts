import { placeSubject } from '../store/subjects.store.ts';
import type { Area } from './area.ts';
import { archive, restore } from './place/archive-place.ts';
import { create, facets, get, list, listChildren } from './place/read-place.ts';
import { update } from './place/update-place.ts';

export const placeArea: Area = {
  actions: {
    'place.list': list,
    'place.facets': facets,
    'place.get': get,
    'place.children': listChildren,
    'place.create': create,
    'place.update': update,
    'place.archive': archive,
    'place.restore': restore,
  },
  subjects: { place: placeSubject },
  reasons: { clusterUnknown: 422, parentUnknown: 422, parentInside: 409, subtypeOfOtherKind: 422, pinIncomplete: 422 },
};
