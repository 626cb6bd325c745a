import { sql } from 'kysely';
import type { Context } from '#platform/module/module.ts';
import type { Observation } from '../words/observation.schema.ts';

export async function insertChoice(context: Context, chosen: Observation, reason: string): Promise<void> {
  await sql`insert into observation_choice (space_id, id, indicator_id, subject_kind, subject_id, period, observation_id, reason, chosen_by, chosen_at)
    values (${context.spaceId}, ${context.newId()}, ${chosen.indicatorId}, ${chosen.subjectKind}, ${chosen.subject.id}, ${chosen.period}, ${chosen.id}, ${reason}, ${context.actor.personId}::uuid, ${context.now})`.execute(context.db);
}
