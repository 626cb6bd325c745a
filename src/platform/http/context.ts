import { v7 as newId } from 'uuid';
import { appendAudit } from '#platform/audit/audit.ts';
import type { Actor } from '#platform/auth/actor.ts';
import { can, covers } from '#platform/auth/permission.rules.ts';
import { reach } from '#platform/auth/reach.ts';
import type { Installation } from '#platform/config/installation.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { enterSpace } from '#platform/db/in-space.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import { noJobs, type JobQueue } from '#platform/jobs/queue.ts';
import type { JobRequest } from '#platform/jobs/job.ts';
import type { Notice } from '#platform/notice/notice.ts';
import { postNotices } from '#platform/notice/outbox.ts';
import type { House } from '#platform/module/collect.ts';
import type { AuditNote, Context, Device, Reply, SpaceDb } from '#platform/module/module.ts';

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
  jobs: JobQueue;
  installation: Installation;
  device?: Device | undefined;
}

interface Made<Value> {
  spaceId: string;
  actor: Actor;
  value: Value;
}

/** A context and the two things its owner does at the end of the transaction. */
export interface RunningContext {
  context: Context;
  /** Writes the collected audit notes, notices and jobs, each into the space it belongs to. */
  flush(): Promise<void>;
  /** To be called after commit: work that was asked for may begin. */
  committed(): void;
}

export function makeContext(parts: ContextParts): RunningContext {
  const now = parts.clock.now();
  // Who acted is read when the note is made: sign-in begins as nobody, and a founder is someone else in the new space.
  const notes: { spaceId: string; actor: Actor; note: AuditNote }[] = [];
  const notices: Made<Notice>[] = [];
  const requests: Made<JobRequest & { id: string }>[] = [];
  const { house, db, actor } = parts;
  const context: Context = {
    db,
    spaceId: parts.spaceId ?? '',
    actor,
    clock: parts.clock,
    now,
    language: parts.language,
    newId: () => newId(),
    scope: (permission = parts.permission) => reach(house, actor, permission),
    permissionNames: Object.keys(house.permissions),
    permissionRooms: house.permissionRooms,
    allows: (permission, facts) => covers(reach(house, actor, permission), facts),
    wouldAllow: (mandates, permission, facts) => can(mandates, house.permissions[permission], facts),
    noticeKinds: house.noticeKinds,
    audit: (note) => notes.push({ spaceId: context.spaceId, actor: context.actor, note }),
    notify: (notice) => {
      if (!house.noticeKinds[notice.kind]) throw new Error(`no room declares the notice ${notice.kind}`);
      notices.push({ spaceId: context.spaceId, actor: context.actor, value: notice });
    },
    enqueue: (job) => {
      if (!house.jobs[job.kind]) throw new Error(`no room declares the job ${job.kind}`);
      const id = newId();
      requests.push({ spaceId: context.spaceId, actor: context.actor, value: { ...job, id } });
      return id;
    },
    contributions: house.contributions,
    enterSpace: async (spaceId) => {
      await enterSpace(db, spaceId);
      context.spaceId = spaceId;
    },
    reply: parts.reply,
    installation: parts.installation,
    device: parts.device ?? null,
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
  let hasSent = false;
  const told = new Set<string>();
  const flush = async (): Promise<void> => {
    for (const { spaceId, actor: by, value } of notices.splice(0)) {
      if (spaceId !== context.spaceId) await context.enterSpace(spaceId);
      await postNotices(db, spaceId, by, now, [value], () => newId());
      told.add(spaceId);
    }
    // Without a queue it is left to the schedule.
    const followers = parts.jobs === noJobs ? [] : Object.keys(house.jobs).filter((kind) => house.jobs[kind]?.follows === 'notices');
    for (const spaceId of told) for (const kind of followers) hasSent = (await parts.jobs.send(db, { id: newId(), kind, data: {}, key: 'notices', spaceId, personId: null })) || hasSent;
    told.clear();
    for (const { spaceId, actor: by, value } of requests.splice(0)) {
      await parts.jobs.send(db, { ...value, spaceId: spaceId === '' ? null : spaceId, personId: by.personId });
      hasSent = true;
    }
    await flushAudit();
  };
  return { context, flush, committed: () => hasSent && parts.jobs.wake() };
}
