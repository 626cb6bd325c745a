import { readdir, stat } from 'node:fs/promises';
import { extname, join, parse } from 'node:path';
import { operationOf, type Method } from '#kernel/method/method.ts';
import { mapTable } from './map-table.ts';
import { readTable } from './read-table.ts';
import { parseJson, readText, unreadable } from './read-text.ts';
import { RefusedInput } from './refused-input.ts';

export interface InputOptions {
  op?: string | undefined;
  /** JSON. */
  params?: string | undefined;
  maps: readonly string[];
  /** `field=JSON`, beside what the file holds. */
  sets: readonly string[];
  fill: number | null;
}

export interface Case {
  id: string;
  where: string;
  op: string | undefined;
  params: unknown;
  input: unknown;
}

export interface ReadInput {
  /** Whether many cases were asked, so that the answer is a list. */
  many: boolean;
  cases: Case[];
}

const besideInput = new Set(['id', 'op', 'params', 'expected', 'tol', 'note']);

export async function readInput(method: Method, path: string, options: InputOptions): Promise<ReadInput> {
  const found = path === '-' ? null : await stat(path).catch((error: unknown) => unreadable(path, error));
  if (found?.isDirectory()) return one(method, path, await readFolder(path), options);
  const text = await readText(path);
  if (isTable(path)) {
    const fields = Object.keys(operationOf(method, options.op ?? defaultOp(method, undefined))?.input ?? {});
    return one(method, path, { input: mapTable(readTable(text, path), { ...options, fields, where: path }) }, options);
  }
  const value = parseJson(text, path);
  const list = Array.isArray(value) ? value : isObject(value) && Array.isArray(value['cases']) ? value['cases'] : null;
  if (list === null) return one(method, path, value, options);
  const topic = isObject(value) && typeof value['method'] === 'string' ? value['method'] : undefined;
  return { many: true, cases: list.map((held, at) => caseOf({ method, topic, options, where: `${path}, case ${at}` }, held, String(at))) };
}

const isTable = (path: string): boolean => ['.csv', '.tsv'].includes(extname(path).toLowerCase());
const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

const one = (method: Method, where: string, held: unknown, options: InputOptions): ReadInput => ({ many: false, cases: [caseOf({ method, topic: undefined, options, where }, held, method.id)] });

interface From {
  method: Method;
  /** What the file says it is about. */
  topic: string | undefined;
  options: InputOptions;
  where: string;
}

/** One case as it was sent: with its own `input`, or with its fields beside `op` and `params`. */
function caseOf({ method, topic, options, where }: From, held: unknown, otherwise: string): Case {
  const fields = isObject(held) ? held : {};
  const named = typeof fields['id'] === 'string' || typeof fields['id'] === 'number' ? String(fields['id']) : otherwise;
  const op = options.op ?? (typeof fields['op'] === 'string' ? fields['op'] : defaultOp(method, topic));
  const own = !isObject(held) ? held : Object.hasOwn(fields, 'input') ? fields['input'] : Object.fromEntries(Object.entries(fields).filter(([key]) => !besideInput.has(key)));
  const params = { ...(isObject(fields['params']) ? fields['params'] : {}), ...paramsOf(options.params) };
  const wrongParams = fields['params'] !== undefined && fields['params'] !== null && !isObject(fields['params']);
  return { id: named, where, op, params: wrongParams ? fields['params'] : params, input: withSets(soleField(method, op, own), options.sets) };
}

/** The operation that is meant where none is named: the only one, or the one that is named like the file's topic or the method. */
function defaultOp(method: Method, topic: string | undefined): string | undefined {
  const names = Object.keys(method.operations);
  return [topic, method.id].find((name) => name !== undefined && names.includes(name)) ?? (names.length === 1 ? names[0] : undefined);
}

/** An input that is no object stands for the only field of an operation that has just one. */
function soleField(method: Method, op: string | undefined, input: unknown): unknown {
  const [field, ...others] = Object.keys(operationOf(method, op)?.input ?? {});
  return field === undefined || others.length > 0 || isObject(input) ? input : { [field]: input };
}

function paramsOf(given: string | undefined): Record<string, unknown> {
  if (given === undefined) return {};
  const value = parseJson(given, '--params');
  if (!isObject(value)) throw new RefusedInput('usage', '--params must be a JSON object', '--params');
  return value;
}

function withSets(input: unknown, sets: readonly string[]): unknown {
  if (sets.length === 0) return input;
  const more = sets.map((set): [string, unknown] => {
    const at = set.indexOf('=');
    if (at < 1) throw new RefusedInput('usage', `--set is field=JSON, not ${set}`, '--set');
    return [set.slice(0, at), parseJson(set.slice(at + 1), `--set ${set.slice(0, at)}`)];
  });
  return { ...(isObject(input) ? input : {}), ...Object.fromEntries(more) };
}

/** Every table and JSON file of a folder as a field named like the file: rows as objects, JSON as it is; `params.json` holds the params. */
async function readFolder(path: string): Promise<Record<string, unknown>> {
  const names = (await readdir(path, { withFileTypes: true }).catch((error: unknown) => unreadable(path, error))).filter((entry) => entry.isFile()).map((entry) => entry.name);
  const fields: [string, unknown][] = [];
  for (const name of names.toSorted()) {
    const file = join(path, name);
    if (isTable(name)) fields.push([parse(name).name, readTable(await readText(file), file).rows]);
    else if (extname(name).toLowerCase() === '.json') fields.push([parse(name).name, parseJson(await readText(file), file)]);
  }
  if (fields.length === 0) throw new RefusedInput('fileUnreadable', 'the folder holds no CSV and no JSON file', path);
  return { params: fields.find(([name]) => name === 'params')?.[1] ?? {}, input: Object.fromEntries(fields.filter(([name]) => name !== 'params')) };
}
