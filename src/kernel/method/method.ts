import { accept, refuse, type Outcome } from '../outcome.ts';
import { rowOf } from '../stats/matrix.ts';
import { BadInput, Fields } from './fields.ts';

/** One thing that a method computes, in the shape in which it is asked for from outside. */
export interface Operation {
  /** What it computes, in one sentence. */
  summary: string;
  /** Each field of the input: shape, unit, what a missing value means. */
  input: Readonly<Record<string, string>>;
  /** Each option, with its default. */
  params?: Readonly<Record<string, string>>;
  /** Shape and unit of the value. */
  output: string;
  /** Where the definition comes from. */
  source: string;
  /** Reads with `Fields`, which refuses what does not fit; calls `fault` for what only the method can see. */
  compute(input: Fields, params: Fields): Computed;
}

/** A value with what its reader must know. Matrices, typed arrays and NaN are written as plain JSON: see `plain`. */
export interface Computed {
  value: unknown;
  /** Of methods that iterate: whether they came to rest. */
  converged?: boolean;
  /** Sentences on what is doubtful: a constant column, a unit left out, a solution that is not the only one. */
  warnings?: readonly string[];
}

/** A family of operations on one topic, under the id by which it is asked for and stored beside every number. */
export interface Method {
  id: string;
  version: string;
  title: string;
  operations: Readonly<Record<string, Operation>>;
}

export interface Asked {
  op?: string | undefined;
  params?: unknown;
  input?: unknown;
}

/** The operation of that name; none where the method has no such one. */
export const operationOf = ({ operations }: Method, op: string | undefined): Operation | undefined => (op !== undefined && Object.hasOwn(operations, op) ? operations[op] : undefined);

/** Computes what is asked. Refuses `badInput` with a sentence in `params.why` that names the field; never throws for what somebody sent. */
export function computeMethod(method: Method, asked: Asked): Outcome<Computed, 'badInput'> {
  const names = Object.keys(method.operations);
  const operation = operationOf(method, asked.op ?? (names.length === 1 ? names[0] : undefined));
  if (!operation) return refuse('badInput', { params: { why: `op must be one of: ${names.join(', ')}` } });
  try {
    const computed = operation.compute(new Fields(asked.input, 'input'), new Fields(asked.params ?? {}, 'params'));
    return accept({ ...computed, value: plain(computed.value) });
  } catch (error) {
    if (error instanceof BadInput) return refuse('badInput', { params: { why: error.message } });
    throw error;
  }
}

/** JSON of a value: typed arrays as arrays, matrices as rows, NaN (missing) as null, infinities as the words "Infinity" and "-Infinity". */
export function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isNaN(value) ? null : Number.isFinite(value) ? value : String(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [String(key), plain(one)]));
  const { rows, columns, cells } = value as { rows?: unknown; columns?: unknown; cells?: unknown };
  if (typeof rows === 'number' && typeof columns === 'number' && cells instanceof Float64Array) {
    return Array.from({ length: rows }, (_, row) => Array.from(rowOf({ rows, columns, cells }, row), plain));
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
