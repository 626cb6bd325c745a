import { randomUUID } from 'node:crypto';
import { anonymous } from '#platform/auth/actor.ts';
import type { MandateScope } from '#platform/auth/permission.rules.ts';
import { fixedClock, type Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/connection.ts';
import { inSpace } from '#platform/db/in-space.ts';
import { makeContext } from '#platform/http/context.ts';
import { noJobs } from '#platform/jobs/queue.ts';
import { testInstallation } from './test-installation.ts';
import type { House } from '#platform/module/collect.ts';
import type { Context } from '#platform/module/module.ts';

export interface ActingOptions {
  /** Permission that `scope()` means when none is named. */
  permission?: string;
  clock?: Clock;
  language?: Context['language'];
  readOnly?: boolean;
}

export const operatorMandate: MandateScope = { role: 'operator', scopeKind: 'space', scopeId: null };

/** Runs work as someone with these mandates would through the server, without HTTP: one transaction, audit written at its end. */
export function actingAs(house: House, db: Database, spaceId: string) {
  return <Value>(mandates: readonly MandateScope[], work: (context: Context) => Promise<Value>, options: ActingOptions = {}): Promise<Value> =>
    inSpace(
      db,
      spaceId,
      async (transaction) => {
        const actor = { ...anonymous, spaceId, name: 'Test', mandates: mandates.map((mandate) => ({ ...mandate, id: randomUUID(), organisationId: null })) };
        const { context, flush } = makeContext({
          house,
          db: transaction,
          actor,
          clock: options.clock ?? fixedClock('2026-06-01T08:00:00.000Z'),
          language: options.language ?? 'zh-CN',
          permission: options.permission ?? '',
          spaceId,
          jobs: noJobs,
          installation: testInstallation,
          reply: { setSession: () => {}, removeSpace: () => {}, afterCommit: () => {} },
        });
        const value = await work(context);
        await flush();
        return value;
      },
      { readOnly: options.readOnly ?? false },
    );
}
