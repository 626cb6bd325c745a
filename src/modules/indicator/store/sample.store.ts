import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

export interface SampleSubjects {
  clusters: string[];
  organisations: string[];
  /** Sources that say in their title that they are samples. */
  sources: { id: string; kind: string }[];
}

/** What the sample of the register made: figures that are generated may stand on nothing else. */
export async function findSampleSubjects(db: SpaceDb, most: number): Promise<SampleSubjects> {
  const clusters = await sql<{ id: string }>`select id from cluster where sample order by id`.execute(db);
  const organisations = await sql<{ id: string }>`select distinct o.id from organisation o join membership m on m.space_id = o.space_id and m.organisation_id = o.id where o.sample and o.type = 'enterprise' and m.class = 'core' order by o.id limit ${most}`.execute(db);
  const sources = await sql<{ id: string; kind: string }>`select id, kind from source where position('样例' in title) > 0 order by title`.execute(db);
  return { clusters: clusters.rows.map(({ id }) => id), organisations: organisations.rows.map(({ id }) => id), sources: sources.rows };
}
