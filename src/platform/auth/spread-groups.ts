import type { SpaceDb, SubjectLoader } from '#platform/module/module.ts';
import type { Actor } from './actor.ts';

/**
 * A mandate over a group (a macro-region, a city group) reaches what its members are, as they stand now. Groups are told
 * apart by their id, so the ordinary actor costs no query.
 */
export async function spreadGroups(db: SpaceDb, actor: Actor, subjects: Readonly<Record<string, SubjectLoader>>): Promise<Actor> {
  const spread = await Promise.all(
    actor.mandates.map(async (mandate) => {
      const groups = subjects[mandate.scopeKind]?.groups;
      if (mandate.scopeId === null || !groups?.is(mandate.scopeId)) return [mandate];
      const members = await groups.members(db, mandate.scopeId);
      return [mandate, ...members.map((scopeId) => ({ ...mandate, scopeId }))];
    }),
  );
  return { ...actor, mandates: spread.flat() };
}
