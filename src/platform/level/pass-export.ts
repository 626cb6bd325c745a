import { v7 as newId } from 'uuid';
import { appendAudit } from '#platform/audit/audit.ts';
import type { Actor } from '#platform/auth/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Installation } from '#platform/config/installation.ts';
import type { Route } from '#platform/http/route.contract.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { approvedExport, countFetch, type ExportView } from './export-request.ts';
import { readLevelPolicy } from './level-policy.ts';
import { isAbove, levelOfAnswer } from './level.rules.ts';
import { nameOnMark } from './print-mark.ts';
import type { Level } from './level.schema.ts';

export interface ExportStamp {
  level: Level;
  /** Set on sensitive exports: who took it out and when. A deputy's name stands beside the holder's. */
  mark: { exportedBy: string; exportedAt: string } | null;
}

interface Place {
  clock: Clock;
  installation: Pick<Installation, 'level'>;
  inSpace<T>(spaceId: string | null, work: (db: SpaceDb) => Promise<T>): Promise<T>;
}

/** A list may have grown by a tenth since somebody agreed to it. */
const growth = 1.1;

/**
 * The last gate before rows leave: above the space's policy only what a second person agreed to, and every export is
 * written to the audit before the first byte goes out. Public reference data read without a space has no audit to go to.
 * The keeper of the machine, who could read the database itself, has no second person there but owes a reason.
 */
export async function passExport(place: Place, route: Route, actor: Actor, view: ExportView, items: readonly unknown[], keeperReason: string | null = null): Promise<Result<ExportStamp>> {
  const level = levelOfAnswer(route, { items });
  const now = place.clock.now();
  const stamp: ExportStamp = { level, mark: level === 'sensitive' ? { exportedBy: nameOnMark(actor), exportedAt: now.toISOString() } : null };
  const { spaceId } = actor;
  if (!spaceId) return ok(stamp);
  return place.inSpace(spaceId, async (db): Promise<Result<ExportStamp>> => {
    const policy = await readLevelPolicy(db, place.installation.level);
    const isFree = !isAbove(level, policy.exportFreeUpTo) || keeperReason !== null;
    const approved = isFree || !actor.personId ? null : await approvedExport(db, actor.personId, view, now);
    if (!isFree && !approved) return fail('exportNeedsApproval', { level });
    if (approved && items.length > Math.ceil(approved.rowCount * growth)) return fail('exportGrew', { count: items.length });
    if (approved) await countFetch(db, approved.id);
    const changes: Record<string, [unknown, unknown]> = {
      operation: [null, view.operation],
      ...(Object.keys(view.params).length > 0 ? { params: [null, view.params] } : {}),
      ...(Object.keys(view.query).length > 0 ? { filters: [null, view.query] } : {}),
      rows: [null, items.length],
      format: [null, view.format],
      dataLevel: [null, level],
      ...(keeperReason === null ? {} : { reason: [null, keeperReason] }),
      ...(approved ? { exportRequest: [null, approved.id] } : {}),
    };
    await appendAudit(db, spaceId, actor, now, [{ event: 'record.exported', subject: { kind: view.operation.split('.')[0] ?? '', id: view.operation }, changes }], () => newId());
    return ok(stamp);
  });
}
