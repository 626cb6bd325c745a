import { v7 as newId } from 'uuid';
import { appendAudit } from '#platform/audit/audit.ts';
import type { Actor } from '#platform/auth/actor.ts';
import { can, scopeOf } from '#platform/auth/permission.rules.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { enterSpace } from '#platform/db/in-space.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import type { House } from '#platform/module/collect.ts';
import type { AuditNote, Context, Reply, SpaceDb } from '#platform/module/module.ts';

export interface ContextParts {
  house: House;
  db: SpaceDb;
  actor: Actor;
  clock: Clock;
  language: Language;
  /** Permission that `scope()` means when none is named. */
  permission: string;
  spaceId: string | null;
  reply: Reply;
}

/** A context and the two things its owner does at the end of the transaction. */
export interface RunningContext {
  context: Context;
  /** Writes the collected notes into the chain of the space they belong to. */
  flushAudit(): Promise<void>;
}

export function makeContext(parts: ContextParts): RunningContext {
  const now = parts.clock.now();
  // Who acted is read when the note is made: sign-in begins as nobody, and a founder is someone else in the new space.
  const notes: { spaceId: string; actor: Actor; note: AuditNote }[] = [];
  const { house, db, actor } = parts;
  const context: Context = {
    db,
    spaceId: parts.spaceId ?? '',
    actor,
    clock: parts.clock,
    now,
    language: parts.language,
    newId: () => newId(),
    scope: (permission = parts.permission) => scopeOf(actor.mandates, house.permissions[permission]),
    permissionNames: Object.keys(house.permissions),
    allows: (permission, facts) => can(actor.mandates, house.permissions[permission], facts),
    audit: (note) => notes.push({ spaceId: context.spaceId, actor: context.actor, note }),
    contributions: house.contributions,
    enterSpace: async (spaceId) => {
      await enterSpace(db, spaceId);
      context.spaceId = spaceId;
    },
    reply: parts.reply,
  };
  const flushAudit = async (): Promise<void> => {
    while (notes.length > 0) {
      const [{ spaceId, actor: by }] = notes as [(typeof notes)[number]];
      const end = notes.findIndex((entry) => entry.spaceId !== spaceId || entry.actor !== by);
      const run = notes.splice(0, end < 0 ? notes.length : end);
      if (spaceId === '') continue;
      if (spaceId !== context.spaceId) await context.enterSpace(spaceId);
      await appendAudit(db, spaceId, by, now, run.map((entry) => entry.note), () => newId());
    }
  };
  return { context, flushAudit };
}
