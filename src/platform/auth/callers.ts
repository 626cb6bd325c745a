import type { Clock } from '#platform/clock/clock.ts';
import { enterSpace, type InSpaceOptions } from '#platform/db/in-space.ts';
import type { SpaceDb, SubjectLoader } from '#platform/module/module.ts';
import { anonymous, type Actor } from './actor.ts';
import type { Credential } from './credential.ts';
import { SpaceHints } from './space-hints.ts';
import { spreadGroups } from './spread-groups.ts';

/** Moves the transaction into a space; false when it stands there already. */
export type Enter = (spaceId: string) => Promise<boolean>;

export interface FoundActor {
  actor: Actor;
  /** Notes that the credential was used, where that is due again: in a transaction of its own, so that no request waits for another's row. */
  seen: ((db: SpaceDb) => Promise<void>) | null;
}

export interface CallerParts {
  clock: Clock;
  subjects: Readonly<Record<string, SubjectLoader>>;
  inSpace<T>(spaceId: string | null, work: (db: SpaceDb) => Promise<T>, options?: InSpaceOptions): Promise<T>;
  find(db: SpaceDb, credential: Credential, now: Date, enter: Enter): Promise<FoundActor>;
}

/** What a caller does in one transaction: `ahead` is asked in the same breath as who they are, and shown to nobody by itself. */
export interface CallerWork<Ahead, Value> {
  ahead(db: SpaceDb): Promise<Ahead>;
  act(db: SpaceDb, actor: Actor, ahead: Ahead): Promise<Value>;
}

export interface Callers {
  resolveActor(credential: Credential | null): Promise<Actor>;
  /** Finds out who calls and lets them act, in their own space and, where that is known beforehand, in one transaction. */
  asCaller<Ahead, Value>(credential: Credential, work: CallerWork<Ahead, Value>, options?: InSpaceOptions): Promise<Value>;
}

/** Rights are read from the database at every request. Only the space of a credential is remembered, and never trusted. */
export function makeCallers({ clock, subjects, inSpace, find }: CallerParts): Callers {
  const hints = new SpaceHints();
  const lookUp = async (db: SpaceDb, credential: Credential, hint: string | null): Promise<FoundActor> => {
    let standing = hint;
    const enter: Enter = async (spaceId) => {
      if (spaceId === standing) return false;
      await enterSpace(db, spaceId);
      standing = spaceId;
      return true;
    };
    const found = await find(db, credential, clock.now(), enter);
    return { ...found, actor: await spreadGroups(db, found.actor, subjects) };
  };
  const note = async (credential: Credential, { actor, seen }: FoundActor): Promise<void> => {
    hints.note(credential.token, actor.spaceId);
    if (seen) await inSpace(actor.spaceId, seen);
  };
  const resolve = async (credential: Credential): Promise<Actor> => {
    const hint = hints.of(credential.token);
    const found = await inSpace(hint, (db) => lookUp(db, credential, hint));
    await note(credential, found);
    return found.actor;
  };
  return {
    resolveActor: async (credential) => (credential ? resolve(credential) : anonymous),
    async asCaller(credential, { ahead, act }, options) {
      const hint = hints.of(credential.token);
      const apart = async (actor: Actor) => inSpace(actor.spaceId, async (db) => act(db, actor, await ahead(db)), options);
      if (hint === null) return apart(await resolve(credential));
      const met: FoundActor[] = [];
      const outcome = await inSpace(
        hint,
        async (db) => {
          const looked = lookUp(db, credential, hint);
          const asked = ahead(db);
          asked.catch(() => undefined);
          const found = await looked;
          met[0] = found;
          // Somewhere else, or nobody any more: nothing is read for them here.
          return found.actor.spaceId === hint ? { value: await act(db, found.actor, await asked) } : null;
        },
        options,
      ).finally(() => met[0] && note(credential, met[0]));
      return outcome ? outcome.value : apart(met[0]?.actor ?? anonymous);
    },
  };
}
