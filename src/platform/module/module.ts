import type { Transaction } from 'kysely';
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Actor } from '#platform/auth/actor.ts';
import type { MandateScope, Permissions, Scope, ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Installation } from '#platform/config/installation.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Figure, Trace } from '#platform/figure/figure.schema.ts';
import type { Route, RouteInput, RouteOutput } from '#platform/http/route.contract.ts';
import type { Language, Name } from '#platform/i18n/name.schema.ts';
import type { HealthFinding } from '#platform/health/health-source.ts';
import type { JobRequest } from '#platform/jobs/job.ts';
import type { Notice, NoticeKind } from '#platform/notice/notice.ts';
import type { Result } from '#platform/result/result.rules.ts';
import type { IndicatorSource } from './indicator-source.ts';
import type { RaiseTarget } from './raise-target.ts';

/** The database as one request sees it: inside a transaction, row-level security set to the actor's space. */
export type SpaceDb = Transaction<never>;

export interface AuditNote {
  /** Past tense, `<stem>.<verb>`: `organisation.created`. */
  event: string;
  subject: { kind: string; id: string };
  /** field → [old, new]; values as the API shows them. */
  changes?: Record<string, [unknown, unknown]>;
  /** Name of the record at the time, for feeds. */
  name?: Name;
}

export interface Context {
  db: SpaceDb;
  spaceId: string;
  actor: Actor;
  clock: Clock;
  now: Date;
  language: Language;
  newId(): string;
  /** Rows the actor may reach under this route's permission (or another one, when named). */
  scope(permission?: string): Scope;
  /** Every permission the rooms declare. */
  permissionNames: readonly string[];
  /** Permission → the room that declares it. */
  permissionRooms: Readonly<Record<string, string>>;
  /** Checks a permission against a row other than the route's own subject. */
  allows(permission: string, facts: ScopeFacts): boolean;
  /** The same for somebody else, by the mandates they hold. */
  wouldAllow(mandates: readonly MandateScope[], permission: string, facts: ScopeFacts): boolean;
  /** Every kind of notice that the rooms declare. */
  noticeKinds: Readonly<Record<string, NoticeKind>>;
  audit(note: AuditNote): void;
  /** Tells people; kept or lost together with what this transaction writes. */
  notify(notice: Notice): void;
  /** Work for later; it starts only if this transaction commits. Answers the job's id (of no job, where one of the same key waits already). */
  enqueue(job: JobRequest): string;
  contributions: Contributions;
  /** Moves the rest of this transaction into another space. Only sign-in, invitations and space creation need it. */
  enterSpace(spaceId: string): Promise<void>;
  reply: Reply;
  /** What belongs to the machine and not to a space: the box for secrets, the outside sign-in. */
  installation: Installation;
  /** Where the call came from; null for work that no browser or program asked for. */
  device: Device | null;
}

export interface Device {
  ip: string;
  userAgent: string | null;
}

/** The little of HTTP that an action may touch. */
export interface Reply {
  setSession(token: string | null, expiresAt?: Date): void;
  /** Removes a space with all its rows once the transaction is committed. */
  removeSpace(spaceId: string): void;
  /** Work to do once the transaction is committed, before the answer leaves. */
  afterCommit(work: () => Promise<void>): void;
}

export type Action<R extends Route> = (context: Context, input: RouteInput<R>) => Promise<Result<RouteOutput<R>>>;

/** Loads what rights need to know of one record; null when there is no such record in this space. */
export type SubjectLoader = {
  byId(db: SpaceDb, id: string): Promise<ScopeFacts | null>;
  /** Facts of many at once, for feeds. */
  byIds(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>>;
  /** For creation: the scope that the body asks for. */
  fromBody?(db: SpaceDb, body: unknown): Promise<ScopeFacts>;
  readPermission: string;
  /** Ids that stand for several records: who has a mandate over a group has it over each member. */
  groups?: { is(id: string): boolean; members(db: SpaceDb, id: string): Promise<string[]> };
  /** Who may change the record may change what hangs on it; without one nobody may. */
  updatePermission?: string;
  /** The record's own page in the product. */
  page?(id: string): string;
  /** Names for records that others point at, such as the scope of a mandate. */
  names?(db: SpaceDb, ids: readonly string[]): Promise<Map<string, Name>>;
};

export interface SearchHit {
  kind: string;
  id: string;
  name: Name;
  /** Short quiet line: place, type. */
  detail: { zh: string; en: string };
  href: string;
  rank: number;
}

export interface SearchSource {
  kind: string;
  /** Only rows that `scope` reaches; folded text and grams come from kernel/text. */
  search(context: Context, query: { folded: string; grams: string[] }, limit: number): Promise<SearchHit[]>;
}

export interface TraceProvider {
  id: string;
  params: z.ZodObject;
  trace(context: Context, params: Record<string, string>): Promise<Result<Trace>>;
}

export interface SummaryFigureSource {
  /** 'space' for the cockpit and home; 'cluster', 'organisation', 'territory', 'place' for record pages. */
  subject: string;
  figures(context: Context, subjectId: string | null): Promise<Figure[]>;
}

export interface HomeItem {
  key: string;
  text: { zh: string; en: string };
  detail?: { zh: string; en: string };
  href: string;
  verb: { zh: string; en: string };
  due: string | null;
  /** Says what another room may say better itself: left out where another item leads to the same page. */
  echo?: boolean;
}

type Words = { zh: string; en: string };

/** Things that stand in a person's name and must not stay with somebody who left: drafts, tasks, approvals, saved views. */
export interface Holding {
  /** `<stem>`: the same word as the record's. */
  kind: string;
  label: Words;
  /** Open things of these people; of everybody when none are named. */
  list(context: Context, personIds: readonly string[] | null): Promise<HeldItem[]>;
  /** Passes them to a successor, or ends what cannot be passed when there is none. */
  /** `at`: the instant from which it counts, where the record has a period; else now. */
  pass(context: Context, ids: readonly string[], toPersonId: string | null, at?: Date): Promise<void>;
}
export interface HeldItem {
  id: string;
  personId: string;
  name: Name;
  /** The message that says the name, where it is a word of the product. */
  key?: string;
  href: string | null;
  /** Whether it can go to somebody else; what can't is ended. */
  passes: boolean;
}

/** A deed that needs a second person. The room that owns it says who may decide and carries it out. */
export interface ApprovalKind {
  /** `<stem>.<verb>`. */
  kind: string;
  label: Words;
  /** Who may decide, checked against the subject's facts. */
  permission: string;
  /** What whoever asked must still hold at the decision; the deciding permission unless told. */
  asks?: string;
  /** People whom it is about: none of them may decide. */
  concerns?(payload: Record<string, unknown>): readonly string[];
  /** A fingerprint of the records that the payload speaks of. If it differs at the decision, the request is void. */
  stamp?(context: Context, payload: Record<string, unknown>): Promise<string>;
  /** What is asked for, line by line, in words. `key` names the message that says the value, where there is one; `to` is who gets it, null if it ends. */
  describe(context: Context, payload: Record<string, unknown>): Promise<{ label: Words; value: string; key?: string; to?: string | null }[]>;
  /** Carries it out in the transaction of the decision; a failure keeps it undecided. */
  apply(context: Context, request: { id: string; payload: Record<string, unknown>; requestedBy: string; approvedBy: string }): Promise<Result<{ href: string | null }>>;
}

export interface JobWork {
  jobId: string;
  /** Null for work of the whole installation. */
  spaceId: string | null;
  /** Who asked for it; null when nobody did. */
  personId: string | null;
  now: Date;
  /** Aborted when somebody cancels the job or the product stops; long loops ask it. */
  signal: AbortSignal;
  /** Throws once the job is cancelled or the product stops; let it pass. */
  progress(done: number, total: number): Promise<void>;
  /** One transaction as the installation itself, in the job's space (or another one), audited like any other. */
  asSystem<Value>(work: (context: Context) => Promise<Value>, spaceId?: string): Promise<Value>;
  /** The same as somebody, with the rights they had when they asked for the work. */
  asActor<Value>(actor: Actor, work: (context: Context) => Promise<Value>): Promise<Value>;
}

export interface JobOutcome {
  /** What came out, in one sentence. */
  words?: Words;
  /** Page with the result. */
  href?: string;
}

/** A try may end anywhere and another one begins from the start, so that the result must be the same as of one clean run. */
export interface JobKind {
  label: Words;
  run(work: JobWork, data: Record<string, unknown>): Promise<JobOutcome | void>;
  /** Runs by itself: a cron expression in the space's time zone, for every space or once for the installation. */
  schedule?: { cron: string; per: 'space' | 'installation' };
  /** Also runs, once, after every transaction that told people something. */
  follows?: 'notices';
  /** Tries before it counts as failed; 3 unless told. */
  tries?: number;
  /** Seconds after which a silent worker is taken for dead; 30 unless told. The lease is renewed while the program lives, so it limits no long work. */
  expireAfter?: number;
}

/** A line of the health page: the newest knowledge about one part of the installation. */
export interface HealthCheck {
  key: string;
  label: Words;
  check(context: Context): Promise<HealthFinding>;
}

/** What a room lets people import. Everything a screen or a command line says about a row comes from here. */
export interface ImportTarget {
  id: string;
  label: Words;
  /** One sentence for whoever chooses what to import. */
  note?: Words;
  /** The permission each created record needs, checked row by row in `check`. */
  permission: string;
  fields: readonly ImportField[];
  /** Reason code → sentence about one row, with `{{params}}`, and how many rows together are called. A quiet one only tells what happened. */
  reasons: Readonly<Record<string, Words & { short?: Words; quiet?: true }>>;
  /** Every row belongs to exactly one group, so that the groups of a batch add up to its rows. Shown in this order. */
  groups: readonly { key: string; label: Words; written: boolean }[];
  /** Decides about each row and writes nothing. A long file comes in parts, in its order, all with the same pass. */
  check(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<RowVerdict[]>;
  /**
   * Writes the rows whose group is written, in the current transaction. Each part of the file is checked once more and then
   * written before the next one is checked, all with one pass: a later check sees what the same batch wrote before.
   */
  apply(context: Context, rows: readonly (ImportRow & { verdict: RowVerdict })[], pass: ImportPass): Promise<ImportOutcome>;
  /** Where a person sees each of its records: its own page, or that of the record it belongs to. */
  pages?(context: Context, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Settles open choices of records that an applied batch wrote; all of them or none. A target whose rows ask nothing has none. */
  settle?(context: Context, rows: readonly (ImportRow & { recordId: string })[]): Promise<Result<RowVerdict[]>>;
  /** Takes back what a batch created, as far as nobody touched it since. `keptIds` names what was kept, so that it goes on showing where it comes from. */
  undo(context: Context, batchId: string): Promise<{ removed: number; kept: number; keptIds?: readonly string[] }>;
  /** Puts records back as they stood before a batch changed them, as far as they are still at the version it left them at. Comes before `undo`, part by part. */
  restore?(context: Context, changes: readonly ImportChange[]): Promise<{ restored: number; kept: number }>;
}

/** How a record stood before a batch changed it. */
export interface ImportChange {
  recordId: string;
  /** The version the batch left it at. */
  version: number;
  /** Whatever the target needs to put it back. */
  before: Record<string, unknown>;
}

/** A column that a target can read; a template says all of this to whoever fills it in. */
export interface ImportField {
  key: string;
  label: Words;
  required: boolean;
  /** Headers seen in the wild, the likeliest first. */
  hints: readonly string[];
  /** What a cell may hold; text unless told. */
  kind?: 'text' | 'number' | 'date' | 'period' | 'choice' | 'place' | 'code' | 'coordinate';
  /** The values that are allowed, with the words people may write for each. */
  choices?: readonly { value: string; label: Words }[];
  /** One instructive sentence. */
  note?: Words;
  example?: string;
  /** May also be said once for the whole file, where no column holds it: the unit, the year, the code system. */
  perFile?: true;
  /**
   * Many columns may be of this field: each header is one of its values, the cells below are figures. Suggested for the
   * rest of the columns, or for those headed by a period, unless a column holds the field `unless`.
   */
  repeats?: { of: 'rest' | 'periods'; unless: string };
}

/** One walk over the rows of a file. */
export interface ImportPass {
  batchId: string;
  /** Where the file comes from; null when nobody said. */
  sourceId: string | null;
  /** The earlier row of this file that said the same key, null when this row is the first. Keys are the target's own words: `uscc 9144…`. */
  firstRow(key: string, rowNumber: number): number | null;
  /** What a target remembers from one part of the file to the next. */
  memory: Map<string, unknown>;
  /** Keeps how a record stood before this batch changes it, so that undo can put it back. Only while rows are written. */
  changed(change: ImportChange): void;
}
export interface ImportOutcome {
  created: number;
  changed: number;
  left: number;
  /** `created` unless told. */
  records: { rowNumber: number; recordId: string; effect?: 'created' | 'changed' }[];
}
export interface ImportRow {
  rowNumber: number;
  /** Field key → cell; what was said once for the whole file stands in every row. */
  values: Record<string, string>;
  /** Cells of the columns whose field repeats, in the order of the file. */
  repeated?: readonly { field: string; header: string; cell: string }[];
  /** What a person decided about this row: one of its candidates, or null for none of them. */
  decision?: { candidateId: string | null };
}
export interface RowVerdict {
  rowNumber: number;
  state: 'ready' | 'choose' | 'warning' | 'rejected' | 'notTarget';
  group: string;
  reasons: RowReason[];
  candidates?: RowCandidate[];
  /** What the choice is about, so that one decision can serve every row with the same question: the city as written. */
  question?: string;
  /** The record that this row already is. */
  matchId?: string;
  /** How the row stands to records that it may be already; nothing where nobody is alike. */
  match?: RowMatch;
}
export interface RowMatch {
  /** By the matcher, by a person's answer to the same question, or to be decided. */
  state: 'automatic' | 'confirmed' | 'rejected' | 'unsure';
  /** The question: one answer serves every row and every later file that asks it. */
  fingerprint: string;
  recordId: string | null;
  score: number;
  asked: { name: Name; uscc: string | null; externalCode: string | null; place: string | null };
  candidates: { id: string; score: number; reasons: { reason: string; params: Record<string, string | number> }[] }[];
}
export interface RowReason {
  reason: string;
  field?: string;
  params?: Record<string, string | number>;
}
export interface RowCandidate {
  id: string;
  label: Name;
  detail?: string;
}

/** What rooms offer to rooms below them in the map, so that nobody imports upwards. */
export interface Contributions {
  searchSources: readonly SearchSource[];
  traceProviders: readonly TraceProvider[];
  summaryFigures: readonly SummaryFigureSource[];
  homeItems: readonly ((context: Context) => Promise<HomeItem[]>)[];
  importTargets: readonly ImportTarget[];
  indicatorSources: readonly IndicatorSource<Context>[];
  /** Called in the transaction that wrote figures, once for each writing; for asking for work later. */
  indicatorWatchers: readonly ((context: Context) => void)[];
  raiseTargets: readonly RaiseTarget<Context>[];
  /** What a new space begins with: the reference pack. Runs inside the transaction that makes the space. */
  spaceStarters: readonly ((context: Context) => Promise<void>)[];
  holdings: readonly Holding[];
  /** Of these hashes of stored files, those that a row of the room still names; the others are swept away. */
  heldBlobs: readonly ((db: SpaceDb, hashes: readonly string[]) => Promise<ReadonlySet<string>>)[];
  approvalKinds: readonly ApprovalKind[];
  subjects: Readonly<Record<string, SubjectLoader>>;
  healthChecks: readonly HealthCheck[];
  /** Kinds of work for later, for their words. */
  jobs: Readonly<Record<string, JobKind>>;
  /** Every route of the house with its room, for catalogues. */
  operations: readonly { room: string; route: Route }[];
}

/** Any action, once its own route's types have been checked where it is written. */
export type AnyAction = (context: Context, input: never) => Promise<Result<unknown>>;

export interface Module {
  room: string;
  routes: readonly Route[];
  /** By route id. */
  actions: Readonly<Record<string, AnyAction>>;
  permissions: Permissions;
  /** The room's closed list of failure reasons, with HTTP status. Words: `<room>.reason.<name>`. */
  reasons: Readonly<Record<string, number>>;
  subjects?: Readonly<Record<string, SubjectLoader>>;
  contributions?: Partial<Omit<Contributions, 'subjects' | 'jobs' | 'operations'>>;
  /** By kind, `<room>.<name>`. */
  noticeKinds?: Readonly<Record<string, NoticeKind>>;
  /** By kind, `<room>.<verb>`. */
  jobs?: Readonly<Record<string, JobKind>>;
  /** Fills tables that belong to no space; runs at every start and does nothing when they are up to date. */
  loadReference?(ownerPool: Pool): Promise<unknown>;
  /** Demonstration records for the space that was entered; answers ids that other seeds point at. */
  seed?(context: Context): Promise<Record<string, string>>;
}
