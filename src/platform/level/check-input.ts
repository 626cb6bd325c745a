import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { appendAudit } from '#platform/audit/audit.ts';
import type { Actor } from '#platform/auth/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Installation } from '#platform/config/installation.ts';
import type { Route, SpooledBody } from '#platform/http/route.contract.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { fail, type Failure, type FieldProblem } from '#platform/result/result.rules.ts';
import { givenAbove } from './level.rules.ts';
import { readLevelPolicy } from './level-policy.ts';
import { marksOnDisk } from './marks-on-disk.ts';
import { marksInFile, type FoundMark } from './read-marks.ts';
import { markInText } from './secret-mark.rules.ts';

interface Place {
  clock: Clock;
  installation: Pick<Installation, 'level'>;
  inSpace<T>(spaceId: string | null, work: (db: SpaceDb) => Promise<T>): Promise<T>;
}

interface Given {
  query: unknown;
  body: unknown;
}

const mostProblems = 20;

/**
 * What may not enter, whoever sends it: material marked as a state secret, and fields above the ceiling. Runs before the
 * transaction of the action, so nothing of it is stored; the refusal itself is audited by name's hash, without content.
 */
export async function checkInput(runtime: Place, route: Route, actor: Actor, given: Given): Promise<Failure | null> {
  if (route.method === 'GET') return null;
  const marks = await marksIn(route, given);
  if (marks.length > 0) {
    await noteRefusal(runtime, route, actor, given.body instanceof Uint8Array || route.spool ? fileNameOf(given.query) : '', marks);
    return markFailure(marks);
  }
  const above = givenAbove(route, given, 'public');
  if (above.length === 0) return null;
  const policy = actor.spaceId ? await runtime.inSpace(actor.spaceId, (db) => readLevelPolicy(db, runtime.installation.level)) : null;
  const ceiling = policy?.ceiling ?? runtime.installation.level;
  const problems = givenAbove(route, given, ceiling).slice(0, mostProblems).map((field): FieldProblem => ({ path: field.path, reason: 'fieldAboveCeiling', params: { level: field.level, ceiling } }));
  return problems.length > 0 ? fail('aboveCeiling', { ceiling }, problems) : null;
}

type Marked = FieldProblem & { params: Record<string, string | number> };

export function markFailure(marks: readonly Marked[]): Failure {
  return fail('secretMark', { mark: marks[0]?.params['mark'] ?? '' }, [...marks]);
}

/** Marks of a file as field problems, for every way in that takes files. */
export function fileProblems(marks: readonly FoundMark[], path: string): Marked[] {
  return marks.map(({ mark, place }) => {
    if (place.kind === 'name') return { path, reason: 'secretMarkName', params: { mark } };
    const { kind, ...where } = place;
    return { path, reason: `secretMark${kind[0]?.toUpperCase()}${kind.slice(1)}`, params: { mark, ...where, ...('sheet' in where ? { sheet: where.sheet || '—' } : {}) } };
  });
}

async function marksIn(route: Route, { query, body }: Given): Promise<Marked[]> {
  const found: Marked[] = [];
  const look = (path: string, value: unknown): void => {
    if (found.length >= mostProblems || value === null || value === undefined) return;
    if (typeof value === 'string') {
      const marked = markInText(value);
      if (marked) found.push({ path, reason: 'secretMarkLine', params: { ...marked } });
    } else if (typeof value === 'object' && !(value instanceof Uint8Array)) for (const [name, part] of Object.entries(value)) look(`${path}.${name}`, part);
  };
  const spooled = route.spool ? (body as SpooledBody) : null;
  const isFile = body instanceof Uint8Array || spooled !== null;
  if (isFile) {
    const { fileName: _fileName, name: _name, ...rest } = (query ?? {}) as Record<string, unknown>;
    look('query', rest);
  } else look('query', query);
  if (!isFile) {
    look('body', body);
    return found;
  }
  const { marks } = spooled ? await marksOnDisk(spooled.path, spooled.size, fileNameOf(query)) : await marksInFile(body as Uint8Array, fileNameOf(query));
  return [...found, ...fileProblems(marks, 'body')];
}

/** Files come as bytes, their name beside them. */
function fileNameOf(query: unknown): string {
  const { fileName, name } = (query ?? {}) as { fileName?: unknown; name?: unknown };
  return String(fileName ?? name ?? '');
}

async function noteRefusal(runtime: Place, route: Route, actor: Actor, fileName: string, marks: readonly Marked[]): Promise<void> {
  const spaceId = actor.spaceId;
  if (!spaceId) return;
  const changes: Record<string, [unknown, unknown]> = {
    operation: [null, route.id],
    mark: [null, [...new Set(marks.map((each) => String(each.params['mark'])))].join(' ')],
    markPlace: [null, marks.map((each) => each.path).slice(0, 5).join(' ')],
    ...(fileName ? { nameHash: [null, createHash('sha256').update(fileName).digest('hex')] } : {}),
  };
  await runtime.inSpace(spaceId, (db) => appendAudit(db, spaceId, actor, runtime.clock.now(), [{ event: 'material.refused', subject: { kind: 'material', id: route.id }, changes }], () => newId()));
}
