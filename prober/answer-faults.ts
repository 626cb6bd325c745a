import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonSchema, OpenApiDocument, Operation } from './document.ts';
import { isJson, type Draft } from './draft.ts';
import { marks } from './hostile.ts';
import type { ProbeAnswer, ProbeHooks, ProbeRequest } from './hooks.ts';

/** What only the inside of a program says. */
const inside: readonly [what: string, pattern: RegExp][] = [
  ['a stack', /\n\s*at .{1,200}:\d+:\d+|\\n\s*at .{1,200}:\d+:\d+|node_modules|node:internal|\.[cm]?[jt]sx?:\d+/],
  ['a row of a table', /Failing row contains/i],
];
/** Only looked for in refusals: a record may well be named like a query. */
const insideOfRefusals: readonly [what: string, pattern: RegExp][] = [
  ['SQL', /\bselect\s[^.]{1,200}\sfrom\s+\w|\binsert into\b|\bupdate \w+ set\b|syntax error at or near|violates [\w-]+ constraint|duplicate key value|invalid input syntax|invalid byte sequence|relation "[^"]*" does not exist|column "?[\w.]+"? does not exist|\bSQLSTATE\b|\bpg_\w+|kysely|PL\/pgSQL/i],
  ['a path of the machine', /(?:^|[\s"'(=])(?:\/(?:home|usr|var|srv|opt|root|tmp|work)\/\w|[A-Z]:\\\\?\w)/],
  ['an address of a service', /postgres(?:ql)?:\/\/|ECONNREFUSED|ENOENT|EACCES/],
];
const problemNeeds: readonly [field: string, type: string][] = [['type', 'string'], ['title', 'string'], ['status', 'number'], ['detail', 'string']];

export class AnswerChecker {
  readonly #document: OpenApiDocument;
  readonly #hooks: ProbeHooks;
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false, logger: false });
  readonly #compiled = new Map<JsonSchema, ValidateFunction>();

  constructor(document: OpenApiDocument, hooks: ProbeHooks) {
    this.#document = document;
    this.#hooks = hooks;
  }

  faultsOf(operation: Operation, draft: Draft, request: ProbeRequest, answer: ProbeAnswer): string[] {
    const { status } = answer;
    if (status >= 500 && status !== 501) return [`status ${status}`];
    const faults = [...this.#leaks(answer)];
    if (marks.pollution in {}) faults.push('the prototype of all objects was changed');
    if (!isAimed(operation, request)) faults.push(...(status < 400 && !draft.segment ? ['answers elsewhere'] : []));
    else if (draft.kind === 'anyMethod') faults.push(...this.#otherMethodFaults(draft, answer));
    else faults.push(...this.#shapeFaults(operation, request, answer));
    if (draft.kind === 'anonymous' && operation.secured && status < 300) faults.push(`status ${status} without credentials`);
    if (status >= 400 && draft.method !== 'HEAD' && !mayBePage(operation, answer)) faults.push(...problemFaults(answer));
    return [...faults, ...(this.#hooks.check?.(operation, request, answer) ?? [])];
  }

  #leaks(answer: ProbeAnswer): string[] {
    const { body, status } = answer;
    const faults = [...inside, ...(status >= 400 ? insideOfRefusals : [])].filter(([, pattern]) => pattern.test(body)).map(([what]) => `shows ${what}`);
    for (const [at, secret] of (this.#hooks.secrets ?? []).entries()) if (secret !== '' && body.includes(secret)) faults.push(`shows secret number ${at}`);
    if (body.includes(marks.file)) faults.push('shows a file of the machine');
    const type = answer.headers['content-type'] ?? '';
    if (/html|svg|xml/.test(type) && new RegExp(`<[^>]*${marks.html}`).test(body)) faults.push('gives back HTML that runs');
    if (/csv/.test(type) && new RegExp(`(?:^|[,\\n])"?${marks.formula.replace('|', '\\|')}`).test(body)) faults.push('gives back a formula that runs');
    return faults;
  }

  /** A method that the document does not offer is refused; HEAD and OPTIONS may be answered. */
  #otherMethodFaults(draft: Draft, { status }: ProbeAnswer): string[] {
    const mayAnswer = draft.method === 'HEAD' || draft.method === 'OPTIONS';
    return status < 400 && !mayAnswer ? [`status ${status} to a method that is not documented`] : [];
  }

  #shapeFaults(operation: Operation, request: ProbeRequest, answer: ProbeAnswer): string[] {
    const { status, body } = answer;
    const content = operation.answers[String(status)] ?? operation.answers[`${String(status)[0]}XX`] ?? operation.answers['default'];
    if (!content) return [`status ${status} is not documented`];
    const types = Object.keys(content);
    if (types.length === 0) return body === '' ? [] : [`a body with status ${status}, where none is documented`];
    const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
    const matching = [type, `${type.split('/')[0]}/*`, '*/*'].find((one) => one in content);
    const schema = content[matching ?? '']?.schema;
    if (matching === undefined) return [`content type ${type || 'none'} with status ${status} is not documented`];
    if (!isJson(type) || !schema) return [];
    const value = parsed(body);
    if (value === undefined) return ['an answer that is no JSON'];
    if (status < 300 && changesAnswer(operation, request)) return [];
    const validate = this.#validator(schema);
    return validate(value) ? [] : [`an answer that does not fit its schema: ${(validate.errors ?? []).map((one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`).join(', ').slice(0, 600)}`];
  }

  #validator(schema: JsonSchema): ValidateFunction {
    const found = this.#compiled.get(schema) ?? this.#ajv.compile({ ...schema, components: this.#document.components });
    this.#compiled.set(schema, found);
    return found;
  }
}

/** A segment such as `..` leads away from the operation; what stands there is not its answer. */
function isAimed(operation: Operation, request: ProbeRequest): boolean {
  const { pathname } = new URL(request.target, 'http://probe.invalid');
  const [real, steps] = [pathname.split('/'), operation.path.split('/')];
  return real.length === steps.length && steps.every((step, at) => (step.startsWith('{') ? real[at] !== '' : step === real[at]));
}

function changesAnswer(operation: Operation, request: ProbeRequest): boolean {
  const asked = new URLSearchParams(request.target.split('?')[1] ?? '');
  return operation.parameters.some((parameter) => parameter['x-changes-answer'] && asked.has(parameter.name));
}

/** A page for people may refuse as a page, where the document says so. */
function mayBePage(operation: Operation, answer: ProbeAnswer): boolean {
  return (answer.headers['content-type'] ?? '').startsWith('text/html') && Object.values(operation.answers).some((content) => 'text/html' in content);
}

/** RFC 9457. */
function problemFaults(answer: ProbeAnswer): string[] {
  const type = answer.headers['content-type'] ?? '';
  if (!type.startsWith('application/problem+json')) return [`status ${answer.status} is no problem+json`];
  const value = parsed(answer.body) as Record<string, unknown> | undefined;
  const faults = problemNeeds.filter(([field, kind]) => typeof value?.[field] !== kind || value?.[field] === '').map(([field]) => `a problem without ${field}`);
  if (value && value['status'] !== answer.status) faults.push(`a problem that says status ${String(value['status'])} under ${answer.status}`);
  return faults;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
