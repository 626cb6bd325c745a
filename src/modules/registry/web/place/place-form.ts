import { placeInputSchema } from '../../words/place.schema.ts';
import type { Place, PlaceInput, PlacePatch } from '../../words/place.schema.ts';

/** The editable part of a record, in the shape that the API takes it. */
export function inputOf(place: Place): PlaceInput {
  const { kind, subtype, name, address, datum, areaKm2, functions, formats, initiative, graduatedOn, startedYear, description, visibility } = place;
  return {
    kind, subtype, name, address, datum, areaKm2, functions, formats, initiative, graduatedOn, startedYear, description, visibility,
    level: place.level as PlaceInput['level'],
    longitude: place.enteredLongitude,
    latitude: place.enteredLatitude,
    territoryId: place.territory?.id ?? null,
    operatorId: place.operator?.id ?? null,
    parentId: place.parent?.id ?? null,
    clusterIds: place.clusters.map((each) => each.id),
  };
}

const fields = Object.keys(placeInputSchema.shape) as (keyof PlaceInput)[];

/** Only what changed is sent: links that the reader may not see stay as they are. */
export function patchOf(before: PlaceInput, after: PlaceInput): PlacePatch {
  const changed = fields.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}
