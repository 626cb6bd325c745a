import { sql } from 'kysely';
import { sweepBlobs, sweepSpaces } from '#platform/files/sweep-blobs.ts';
import type { Context, JobKind } from '#platform/module/module.ts';
import { namedHashes } from '../../store/quota.store.ts';
import { dueFiles, purgeFiles } from '../../store/survey.store.ts';
import { keptDays } from '../../words/file.schema.ts';
import { noteOnRecord } from '../standing.ts';

/** Every night: files past their day go, what was removed a month ago goes for good, blobs without rows go. */
export const tendFiles: JobKind = {
  label: { zh: '清理到期与已移除的附件', en: 'Clear files that are due or were removed' },
  schedule: { cron: '10 3 * * *', per: 'space' },
  run: async (work) => {
    await work.asSystem(async (context) => {
      const today = work.now.toISOString().slice(0, 10);
      const due = await dueFiles(context.db, today, new Date(work.now.getTime() - keptDays * 86_400_000));
      await purgeFiles(context.db, due.map((file) => file.id), work.now);
      for (const file of due) await noteOnRecord(context, { kind: file.recordKind, id: file.recordId }, 'file.expired');
    });
    await work.asSystem((context) => sweepBlobs(context.installation.files, context.spaceId, work.now, (hashes) => heldHashes(context, hashes)));
  },
};

/** Attachments, and whatever other rooms keep as files. */
async function heldHashes(context: Context, hashes: readonly string[]): Promise<Set<string>> {
  const held = await namedHashes(context.db, hashes);
  for (const room of context.contributions.heldBlobs) for (const hash of await room(context.db, hashes)) held.add(hash);
  return held;
}

/** A space that was removed while the machine stopped may have left its folder behind. */
export const sweepFolders: JobKind = {
  label: { zh: '清理已删除空间的附件目录', en: 'Clear folders of removed spaces' },
  schedule: { cron: '40 3 * * *', per: 'installation' },
  run: async (work) => {
    await work.asSystem((context) => sweepSpaces(context.installation.files, async (ids) => new Set((await sql<{ id: string }>`select id::text as id from space where id = any (${ids}::uuid[])`.execute(context.db)).rows.map((row) => row.id))));
  },
};
