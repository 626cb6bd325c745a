import fc from 'fast-check';
import { AnswerChecker } from './answer-faults.ts';
import { readOperations, type OpenApiDocument, type Operation } from './document.ts';
import { draftsOf, type Draft } from './draft.ts';
import type { ProbeAnswer, ProbeHooks, ProbeRequest } from './hooks.ts';
import { Pools } from './pools.ts';
import { render } from './render.ts';
import { describeRequest, type Finding, type OperationReport, type ProbeReport } from './report.ts';

export interface ProbeOptions {
  document: OpenApiDocument;
  hooks: ProbeHooks;
  /** The same seed against the same server sends the same requests. */
  seed: number;
  /** How many in all, shared out evenly. */
  requests: number;
  /** One operation, for looking into a finding. */
  only?: string;
  /** Of a finding: sends just that request. */
  path?: string;
}

const mostFindingsEach = 3;
const mostShrinks = 60;

/** Every operation of the document with requests of every kind; each answer is checked. */
export async function probe(options: ProbeOptions): Promise<ProbeReport> {
  const all = readOperations(options.document);
  const chosen = inOrder(all.filter((operation) => options.only === undefined || operation.id === options.only), options.hooks);
  const session = new Session(all, options);
  const each = Math.ceil(options.requests / Math.max(1, chosen.length));
  for (const operation of all) if (operation.method === 'GET' && !operation.path.includes('{')) await session.lookAround(operation);
  for (const [at, operation] of chosen.entries()) await session.probeOne(operation, options.seed + at, each, options.path);
  return { seed: options.seed, requests: session.requests, operations: session.operations, findings: session.findings };
}

/** What is made comes before what hangs on it, and what takes away comes last. */
function inOrder(operations: readonly Operation[], hooks: ProbeHooks): Operation[] {
  const depth = (operation: Operation): number => (operation.path.match(/\{/g) ?? []).length;
  const weight = (operation: Operation): number => (hooks.weight?.(operation) ?? 0) * 1000 + (operation.method === 'DELETE' ? 500 - depth(operation) : depth(operation) * 10 + (operation.method === 'POST' ? 0 : 1));
  return operations.toSorted((a, b) => weight(a) - weight(b));
}

const hooksExplain = (hooks: ProbeHooks): string => hooks.explain?.() ?? '';

class Session {
  requests = 0;
  readonly findings: Finding[] = [];
  readonly operations: Record<string, OperationReport> = {};
  readonly #options: ProbeOptions;
  readonly #pools: Pools;
  readonly #checker: AnswerChecker;
  readonly #readable: Map<string, Operation>;
  #lastStatus = 0;

  constructor(all: readonly Operation[], options: ProbeOptions) {
    this.#options = options;
    this.#pools = new Pools(all, options.hooks.known);
    this.#checker = new AnswerChecker(options.document, options.hooks);
    this.#readable = new Map(all.filter((operation) => operation.method === 'GET').map((operation) => [operation.path, operation]));
  }

  /** Lists show records before anything is changed. */
  async lookAround(operation: Operation): Promise<void> {
    const headers = await this.#options.hooks.credentials(0);
    const answer = await this.#options.hooks.send({ method: 'GET', target: operation.path, headers: { accept: 'application/json', ...headers }, body: null });
    this.#pools.learn(operation, operation.path, answer);
  }

  async probeOne(operation: Operation, seed: number, runs: number, path: string | undefined): Promise<void> {
    const report: OperationReport = (this.operations[operation.id] ??= { requests: 0, statuses: {}, kinds: {} });
    const drafts = draftsOf(operation, this.#options.document, (name, among) => this.#pools.knows(name, among));
    for (let turn = 0, left = runs; left > 0 && turn < mostFindingsEach; turn += 1) {
      const before = report.requests;
      const own = seed + turn * 7919;
      const finding = await this.#run(operation, drafts, { seed: own, numRuns: left, ...(path ? { path } : {}) }, report);
      left -= report.requests - before;
      if (!finding) return;
      this.findings.push(finding);
      if (path) return;
    }
  }

  async #run(operation: Operation, drafts: fc.Arbitrary<Draft>, parameters: { seed: number; numRuns: number; path?: string }, report: OperationReport): Promise<Finding | null> {
    let shrinks = -1;
    let found: { draft: Draft; fault: string; request: string; explanation: string } | null = null;
    const outcome = await fc.check(
      fc.asyncProperty(drafts, async (draft) => {
        if (shrinks >= mostShrinks) return;
        const { request, answer } = await this.#send(operation, draft);
        if (shrinks < 0) this.#count(draft, answer, report);
        else shrinks += 1;
        const fault = this.#checker.faultsOf(operation, draft, request, answer).join('; ');
        if (fault === '') return;
        found = { draft, fault, request: describeRequest(request), explanation: hooksExplain(this.#options.hooks) };
        shrinks = Math.max(shrinks, 0);
        throw new Error(fault);
      }),
      parameters,
    );
    if (!outcome.failed) return null;
    // Sending itself failed: no answer is the worst answer.
    if (!found) return { operation: operation.id, kind: 'raw', fault: `no answer: ${String(outcome.errorInstance)}`, request: fc.stringify(outcome.counterexample).slice(0, 1500), explanation: hooksExplain(this.#options.hooks), seed: parameters.seed, path: outcome.counterexamplePath ?? '' };
    const { draft, fault, request, explanation } = found as { draft: Draft; fault: string; request: string; explanation: string };
    return { operation: operation.id, kind: draft.kind, fault, request, explanation, seed: parameters.seed, path: outcome.counterexamplePath ?? '' };
  }

  async #send(operation: Operation, draft: Draft): Promise<{ request: ProbeRequest; answer: ProbeAnswer }> {
    const { hooks } = this.#options;
    const own = draft.kind === 'anonymous' ? {} : await hooks.credentials(this.#lastStatus);
    const sound = render(draft, operation, this.#pools, hooks);
    const ifMatch = draft.kind === 'anonymous' || 'if-match' in draft.headers ? {} : await this.#ifMatch(operation, sound.target, own);
    const request = { ...sound, headers: { ...own, ...ifMatch, ...sound.headers } };
    const answer = await hooks.send(request);
    this.#lastStatus = draft.kind === 'anonymous' ? this.#lastStatus : answer.status;
    if (draft.kind !== 'anyMethod') this.#pools.learn(operation, request.target, answer);
    return { request, answer };
  }

  /** A conditional write names the version that reading the same record shows. */
  async #ifMatch(operation: Operation, target: string, headers: Record<string, string>): Promise<Record<string, string>> {
    if (!operation.parameters.some((parameter) => parameter.in === 'header' && parameter.name.toLowerCase() === 'if-match')) return {};
    const steps = operation.path.split('/');
    const real = (target.split('?')[0] ?? '').split('/');
    for (let length = steps.length; length > 2; length -= 1) {
      if (!this.#readable.has(steps.slice(0, length).join('/'))) continue;
      const answer = await this.#options.hooks.send({ method: 'GET', target: real.slice(0, length).join('/'), headers: { accept: 'application/json', ...headers }, body: null });
      return answer.headers['etag'] ? { 'if-match': answer.headers['etag'] } : {};
    }
    return {};
  }

  #count(draft: Draft, answer: ProbeAnswer, report: OperationReport): void {
    this.requests += 1;
    report.requests += 1;
    report.statuses[answer.status] = (report.statuses[answer.status] ?? 0) + 1;
    report.kinds[draft.kind] = (report.kinds[draft.kind] ?? 0) + 1;
  }
}
