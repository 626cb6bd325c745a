import { sql } from 'kysely';
import { asJson, isoTime } from '#platform/db/row-sql.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { KDensity } from '../words/k-density.schema.ts';

const columns = sql`id, ${isoTime('asked_at')} as "askedAt", input, trade, job_id as "jobId", curve`;

export async function insertKDensity(db: SpaceDb, { id, askedAt, input, trade, jobId, curve, askedBy }: KDensity & { askedBy: string }): Promise<void> {
  await sql`insert into k_density (space_id, id, asked_by, asked_at, input, trade, job_id, curve)
    values (current_space(), ${id}::uuid, ${askedBy}::uuid, ${askedAt}::timestamptz, ${asJson(input)}, ${asJson(trade)}, ${jobId}::uuid, ${asJson(curve)})`.execute(db);
}

/** Only what this person asked for. */
export async function findKDensity(db: SpaceDb, id: string, askedBy: string): Promise<KDensity | null> {
  const { rows } = await sql<KDensity>`select ${columns} from k_density where id = ${id}::uuid and asked_by = ${askedBy}::uuid`.execute(db);
  return rows[0] ?? null;
}

export async function keepCurve(db: SpaceDb, id: string, curve: KDensity['curve']): Promise<void> {
  await sql`update k_density set curve = ${asJson(curve)} where id = ${id}::uuid`.execute(db);
}
