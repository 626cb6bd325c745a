import type { Actor } from '#platform/auth/actor.ts';
import type { Callers, CallerWork } from '#platform/auth/callers.ts';
import type { Credential } from '#platform/auth/credential.ts';
import { keyOpens } from '#platform/auth/key-limits.rules.ts';
import { covers, isEmptyScope, type ScopeFacts } from '#platform/auth/permission.rules.ts';
import { reach } from '#platform/auth/reach.ts';
import type { Installation } from '#platform/config/installation.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { InSpaceOptions } from '#platform/db/in-space.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import type { JobQueue } from '#platform/jobs/queue.ts';
import { checkInput } from '#platform/level/check-input.ts';
import { noteRead } from '#platform/level/note-read.ts';
import type { House } from '#platform/module/collect.ts';
import type { Action, Context, Device, Reply, SpaceDb, SubjectLoader } from '#platform/module/module.ts';
import { fail, ok, type FieldProblem, type Result } from '#platform/result/result.rules.ts';
import { makeContext } from './context.ts';
import { versionNamed } from './entity-tag.ts';
import { keyProblem, replayOf } from './idempotency.ts';
import { fieldProblems } from './problem.ts';
import type { Route, RouteInput } from './route.contract.ts';
import { textProblems } from './storable-text.ts';

export interface Call {
  params: unknown;
  query: unknown;
  body: unknown;
  ifMatch: string | undefined;
  idempotencyKey: string | undefined;
  device?: Device;
  /** One page of an export, which is audited as a whole. */
  exporting?: boolean;
}

export interface Runtime {
  house: House;
  clock: Clock;
  jobs: JobQueue;
  installation: Installation;
  removeSpace(spaceId: string): Promise<void>;
  inSpace<T>(spaceId: string | null, work: (db: SpaceDb) => Promise<T>, options?: InSpaceOptions): Promise<T>;
  asCaller: Callers['asCaller'];
  /** How long one statement of a request may run, so that a costly question cannot hold the database for ever. */
  statementMs?: number;
}

const defaultStatementMs = 30_000;

/** Thrown inside the transaction so that a failed action leaves nothing behind. Never leaves this file. */
class Refused extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('refused');
    this.result = result;
  }
}

interface Entry {
  room: string;
  route: Route;
  action: Action<Route>;
}

/**
 * One route, once: who may, is the input right, may this actor do it to this row, act, audit, commit.
 * Web requests, the command line and seeds all come through here, so rights are checked in one place.
 */
export async function runRoute(runtime: Runtime, entry: Entry, call: Call, actor: Actor, language: Language, setSession: Reply['setSession']): Promise<Result<unknown>> {
  const { route } = entry;
  const denied = gate(runtime.house, entry, actor);
  if (denied) return denied;
  const input = readInput(route, call);
  if (!input.ok) return input;
  const unfit = await checkInput(runtime, route, actor, input.value);
  if (unfit) return unfit;
  const deed = deedOf(runtime, entry, call, setSession);
  return deed.settle(runtime.inSpace(actor.spaceId, async (db) => deed.act(db, actor, language, input.value, await factsOf(runtime.house, route, db, input.value)), limitOf(runtime)));
}

/** The same for a reading route whose caller is not known yet: that is asked in the very transaction that answers. */
export async function readRoute(runtime: Runtime, entry: Entry, call: Call, credential: Credential, meet: (actor: Actor) => Language, setSession: Reply['setSession']): Promise<Result<unknown>> {
  const input = readInput(entry.route, call);
  const deed = deedOf(runtime, entry, call, setSession);
  const work: CallerWork<ScopeFacts | null, Result<unknown>> = {
    ahead: async (db) => (input.ok ? factsOf(runtime.house, entry.route, db, input.value) : null),
    async act(db, actor, facts) {
      const language = meet(actor);
      const denied = gate(runtime.house, entry, actor);
      if (denied) return denied;
      return input.ok ? deed.act(db, actor, language, input.value, facts) : input;
    },
  };
  return deed.settle(runtime.asCaller(credential, work, limitOf(runtime)));
}

const limitOf = (runtime: Runtime): InSpaceOptions => ({ statementMs: runtime.statementMs ?? defaultStatementMs });

interface Deed {
  /** Everything inside the transaction. */
  act(db: SpaceDb, actor: Actor, language: Language, input: RouteInput<Route>, facts: ScopeFacts | null): Promise<Result<unknown>>;
  /** And what follows its end. */
  settle(done: Promise<Result<unknown>>): Promise<Result<unknown>>;
}

function deedOf(runtime: Runtime, { route, action }: Entry, call: Call, setSession: Reply['setSession']): Deed {
  const later: (() => Promise<void>)[] = [];
  return {
    async act(db, actor, language, input, facts) {
      later.length = 0;
      const parts = { house: runtime.house, installation: runtime.installation, device: call.device, db, actor, clock: runtime.clock, jobs: runtime.jobs, language, permission: route.permission, spaceId: actor.spaceId };
      const { context, flush, committed } = makeContext({ ...parts, reply: { setSession, afterCommit: (work) => later.push(work), removeSpace: (id) => later.push(() => runtime.removeSpace(id)) } });
      const refused = checkSubject(runtime.house, route, context, input, facts);
      if (refused) throw new Refused(refused);
      const replay = replayOf(route, call.idempotencyKey, input, context);
      const before = await replay.find();
      if (before) return before;
      const outcome = await action(context, input);
      if (!outcome.ok && !outcome.keeps) throw new Refused(outcome);
      if (outcome.ok) await replay.keep(outcome.value);
      if (outcome.ok && !call.exporting) noteRead(context, route, input.params, outcome.value);
      await flush();
      later.push(async () => committed());
      return outcome;
    },
    async settle(done) {
      try {
        const result = await done;
        for (const work of later) await work();
        return result;
      } catch (error) {
        if (error instanceof Refused) return error.result;
        throw error;
      }
    },
  };
}

/** Whether the actor holds the permission anywhere at all; which rows is decided later. */
export function gate(house: House, { room, route }: { room: string; route: Route }, actor: Actor): Result<never> | null {
  if (actor.key && route.personal) return fail('notWithKey');
  if (route.permission === 'anonymous') return null;
  if (actor.byLink && (house.permissions[route.permission]?.strong || (route.personal && !route.whileActing))) return fail('strongSignInRequired');
  if (actor.acting && route.personal && !route.whileActing) return fail('notWhileActing');
  const isSignedIn = route.permission === 'signedIn';
  if (!actor.accountId && (isSignedIn || !actor.spaceId)) return fail('signInRequired');
  if (actor.pending === 'enrolment' && !route.beforeEnrolment) return fail('factorRequired');
  const wanted = route.method === 'GET' ? 'read' : 'write';
  if (actor.key && !keyOpens(actor.key, isSignedIn ? room : house.permissionRooms[route.permission], wanted)) return fail('notAllowed');
  return isSignedIn || !isEmptyScope(reach(house, actor, route.permission)) ? null : fail('notAllowed');
}

function readInput(route: Route, call: Call): Result<RouteInput<Route>> {
  const problems: FieldProblem[] = [];
  const read = (where: 'params' | 'query' | 'body', given: unknown): unknown => {
    const schema = route[where];
    if (!schema) {
      problems.push(...Object.keys(where === 'params' || !given ? {} : given).slice(0, 20).map((name) => ({ path: `${where}.${name}`, reason: 'unknownField' })));
      return undefined;
    }
    problems.push(...textProblems(where, given));
    const parsed = schema.safeParse(given ?? (where === 'body' ? undefined : {}), { reportInput: true });
    if (!parsed.success) problems.push(...fieldProblems(where, parsed.error.issues));
    return parsed.data;
  };
  const params = read('params', call.params);
  const query = read('query', call.query);
  const body = read('body', call.body);
  const key = keyProblem(call.idempotencyKey);
  if (key) problems.push(key);
  if (problems.length > 0) return problems.some((problem) => problem.path.startsWith('params')) ? fail('notFound') : fail('invalidInput', { count: problems.length }, problems);
  const ifMatch = versionNamed(call.ifMatch ?? '');
  if (route.ifMatch && call.ifMatch === undefined) return fail('versionRequired');
  if (route.ifMatch && ifMatch === null) return fail('changedMeanwhile');
  return ok({ params, query, body, ifMatch } as RouteInput<Route>);
}

const paramOf = (input: RouteInput<Route>, name: string): string => String((input.params as Record<string, unknown> | undefined)?.[name] ?? '');

/** How rights look at the subject of a route; null where it has none, or none of a kind that is known. */
function loaderOf(house: House, { subject, permission }: Route, input: RouteInput<Route>): SubjectLoader | null {
  if (!subject || !house.permissions[permission]) return null;
  const kind = 'kindParam' in subject ? paramOf(input, subject.kindParam) : subject.kind;
  const loader = Object.hasOwn(house.contributions.subjects, kind) ? house.contributions.subjects[kind] : undefined;
  if (!loader && !('kindParam' in subject) && !('from' in subject && subject.from === 'list')) throw new Error(`no subject loader: ${kind}`);
  return loader ?? null;
}

/** What rights look at on the row that a call names; null when there is none. */
async function factsOf(house: House, route: Route, db: SpaceDb, input: RouteInput<Route>): Promise<ScopeFacts | null> {
  const { subject } = route;
  const loader = loaderOf(house, route, input);
  if (!subject || !loader) return null;
  if ('from' in subject) return subject.from === 'list' ? null : ((await loader.fromBody?.(db, input.body)) ?? null);
  return loader.byId(db, paramOf(input, subject.param));
}

/** A row the actor may not even read does not exist for them; a readable row they may not change is refused aloud. */
function checkSubject(house: House, route: Route, context: Context, input: RouteInput<Route>, facts: ScopeFacts | null): Result<never> | null {
  const { subject } = route;
  if (!subject || !house.permissions[route.permission] || ('from' in subject && subject.from === 'list')) return null;
  const loader = loaderOf(house, route, input);
  if (!loader) return fail('notFound');
  if ('from' in subject) return facts && covers(reach(house, context.actor, route.permission), facts) ? null : fail('notAllowed');
  if (!facts || !covers(reach(house, context.actor, loader.readPermission), facts)) return fail('notFound');
  const needed = 'needs' in subject && subject.needs ? [route.permission, loader.updatePermission ?? ''] : [route.permission];
  return needed.every((permission) => covers(reach(house, context.actor, permission), facts)) ? null : fail('notAllowed');
}
