import { sql } from 'kysely';
import type { Context } from '#platform/module/module.ts';
import { fold } from '#platform/text/folding.ts';
import { placesIn } from './scope-columns.ts';

export interface PlaceAlike {
  id: string;
  kind: string;
  territoryId: string | null;
  territories: string[];
  keys: string[];
}

/** Standing places that the importer may see, under any of these names. */
export async function placesAlike(context: Context, names: readonly string[]): Promise<PlaceAlike[]> {
  const keys = [...new Set(names.map(fold))].filter((key) => key !== '');
  const { rows } = await sql<PlaceAlike>`
    select distinct on (place.id) place.id, place.kind, place.territory_id as "territoryId", place.territories, string_to_array(place.search_text, '|') as keys
    from place cross join lateral unnest(string_to_array(place.search_text, '|')) as part join unnest(${keys}::text[]) as wanted on wanted = part
    where place.archived_at is null and ${placesIn(context.scope('place.read'))} order by place.id`.execute(context.db);
  return rows;
}
