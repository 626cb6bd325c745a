import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import { lowest } from './level.rules.ts';
import type { Level } from './level.schema.ts';

export interface LevelPolicy {
  version: number;
  /** What this space may hold at most: its own ceiling, never above the installation's. */
  ceiling: Level;
  /** Exports up to here need nobody else. */
  exportFreeUpTo: Level;
  /** Days in which an approved export may be fetched. */
  exportDays: number;
}

const first: Omit<LevelPolicy, 'ceiling'> = { version: 0, exportFreeUpTo: 'internal', exportDays: 7 };

/** The space's policy; a space that never set one has the installation's ceiling. */
export async function readLevelPolicy(db: SpaceDb, installation: Level): Promise<LevelPolicy> {
  const { rows } = await sql<LevelPolicy>`select version, ceiling, export_free_up_to as "exportFreeUpTo", export_days as "exportDays" from level_policy where space_id = current_space()`.execute(db);
  const [row] = rows;
  return row ? { ...row, ceiling: lowest(row.ceiling, installation) } : { ...first, ceiling: installation };
}

export async function writeLevelPolicy(db: SpaceDb, spaceId: string, policy: Omit<LevelPolicy, 'version'>, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into level_policy (space_id, version, ceiling, export_free_up_to, export_days) values (${spaceId}, 1, ${policy.ceiling}, ${policy.exportFreeUpTo}, ${policy.exportDays})
    on conflict (space_id) do update set version = level_policy.version + 1, ceiling = excluded.ceiling, export_free_up_to = excluded.export_free_up_to, export_days = excluded.export_days
    where level_policy.version = ${version}`.execute(db);
  return Number(numAffectedRows ?? 0) === 1;
}
