import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '#platform/audit/audit.ts';
import type { Actor } from '#platform/auth/actor.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type FieldProblem, type Result } from '#platform/result/result.rules.ts';
import type { Route, RouteInput } from './route.contract.ts';

const keptHours = 48;

/** A request that may come again under the key its sender chose, and the answer that is kept for it. */
export interface Replay {
  /** The first answer, when the same request came before under the same key. */
  find(): Promise<Result<unknown> | null>;
  keep(answer: unknown): Promise<void>;
}

const never: Replay = { find: async () => null, keep: async () => undefined };

export function keyProblem(key: string | undefined): FieldProblem | null {
  return key === undefined || /^[\x21-\x7E]{1,200}$/.test(key) ? null : { path: 'header.idempotency-key', reason: 'wrongFormat', params: { format: 'key' } };
}

/** Keys belong to an account in a space. Routes that carry a secret keep nothing, not even a digest of the body. */
export function replayOf(route: Route, key: string | undefined, input: RouteInput<Route>, context: Context): Replay {
  const { db, spaceId } = context;
  const actor: Actor = context.actor;
  if (route.method !== 'POST' || route.secret || key === undefined || actor.accountId === null || spaceId === '' || route.spool || input.body instanceof Uint8Array) return never;
  const request = canonicalJson({ params: input.params, query: input.query, body: input.body });
  const digest = createHash('sha256').update(`${route.id} ${request}`).digest('hex');
  return {
    async find() {
      // Two requests with one key at the same instant: the second waits here until the first is committed.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${spaceId} ${actor.accountId} ${key}`}, 0))`.execute(db);
      const { rows } = await sql<{ body_hash: string; answer: unknown }>`
        select body_hash, answer from idempotency_key where space_id = ${spaceId} and account_id = ${actor.accountId} and key = ${key}`.execute(db);
      const kept = rows[0];
      if (!kept) return null;
      return kept.body_hash === digest ? ok(kept.answer) : fail('keyReused');
    },
    async keep(answer) {
      // An action that founded a space stands in it now; the key is looked for where the request began.
      if (context.spaceId !== spaceId) await context.enterSpace(spaceId);
      const oldest = new Date(context.now.getTime() - keptHours * 3_600_000);
      await sql`delete from idempotency_key where space_id = ${spaceId} and account_id = ${actor.accountId} and created_at < ${oldest}`.execute(db);
      await sql`
        insert into idempotency_key (space_id, account_id, key, route, body_hash, status, answer, created_at)
        values (${spaceId}, ${actor.accountId}, ${key}, ${route.id}, ${digest}, ${route.status ?? 200}, ${JSON.stringify(answer ?? null)}::jsonb, ${context.now})`.execute(db);
    },
  };
}
