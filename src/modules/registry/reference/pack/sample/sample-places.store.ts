import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import { searchTextOf } from '#platform/text/folding.ts';
import { samplePlaces, sampleSystem } from './sample-places.ts';
import type { Prefecture } from './sample-organisations.ts';

/** The generated places join the reference tables once, in a code system marked as a sample. */
export async function insertSamplePlaces(db: SpaceDb): Promise<void> {
  await sql`
    insert into code_system (id, kind, name, source, sample)
    values (${sampleSystem.id}, 'territory', ${JSON.stringify(sampleSystem.name)}::jsonb, ${sampleSystem.source}, true) on conflict (id) do nothing`.execute(db);
  const rows = samplePlaces.map((place) => {
    const { text, grams } = searchTextOf({ names: [place.name], codes: [place.id] });
    return { ...place, text, grams };
  });
  await sql`
    insert into territory (id, code_system_id, code, name, level, parent_id, ancestors, search_text, grams)
    select id, ${sampleSystem.id}, code, name, level, "parentId", ancestors, text, grams
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id text, code text, name jsonb, level text, "parentId" text, ancestors text[], text text, grams text[])
    on conflict (id) do nothing`.execute(db);
}

/** Real prefectures in force that have an outline; a municipality stands for itself. */
export async function listPrefectures(db: SpaceDb): Promise<Prefecture[]> {
  const { rows } = await sql<Prefecture>`
    select territory.id, territory_geometry.geometry as area from territory join territory_geometry on territory_geometry.territory_id = territory.id
    where territory.code_system_id = 'cn' and territory.successor_id is null
      and (territory.level = 'city' or territory.id in ('cn:110000', 'cn:120000', 'cn:310000', 'cn:500000'))
    order by territory.id`.execute(db);
  return rows;
}
