import { matrixFrom, type Matrix } from '../stats/matrix.ts';

/** What somebody sent does not fit; the message names the field and what it should be. Caught by `computeMethod`. */
export class BadInput extends Error {}

/** Refuses the input for a reason that only the method can see. */
export function fault(why: string): never {
  throw new BadInput(why);
}

interface Missing {
  /** Whether null may stand for a missing number; it is then read as NaN. */
  missing?: boolean;
}

/** Reads the fields of one JSON object, each with the shape that is asked for. Every method throws BadInput. */
export class Fields {
  readonly #held: Readonly<Record<string, unknown>>;
  readonly #name: string;

  constructor(held: unknown, name: string) {
    if (held === null || typeof held !== 'object' || Array.isArray(held)) fault(`${name} must be an object`);
    this.#held = held as Record<string, unknown>;
    this.#name = name;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#held, key) && this.#held[key] !== null && this.#held[key] !== undefined;
  }

  /** The value as it was sent, for shapes that only one method has. */
  raw(key: string): unknown {
    return Object.hasOwn(this.#held, key) ? this.#held[key] : undefined;
  }

  keys(): string[] {
    return Object.keys(this.#held);
  }

  fields(key: string): Fields {
    return new Fields(this.raw(key), `${this.#name}.${key}`);
  }

  /** One object of a list of objects, under its own name. */
  item(held: unknown, key: string): Fields {
    return new Fields(held, `${this.#name}.${key}`);
  }

  /** A finite number; the fallback where the field is absent. */
  number(key: string, fallback?: number): number {
    if (!this.has(key) && fallback !== undefined) return fallback;
    const value = this.raw(key);
    return typeof value === 'number' && Number.isFinite(value) ? value : this.#refuse(key, 'a number');
  }

  /** A whole number from `least` on. */
  whole(key: string, least = 0, fallback?: number): number {
    const value = this.number(key, fallback);
    return Number.isSafeInteger(value) && value >= least ? value : this.#refuse(key, `a whole number ≥ ${least}`);
  }

  flag(key: string, fallback: boolean): boolean {
    if (!this.has(key)) return fallback;
    const value = this.raw(key);
    return typeof value === 'boolean' ? value : this.#refuse(key, 'true or false');
  }

  text(key: string, fallback?: string): string {
    if (!this.has(key) && fallback !== undefined) return fallback;
    const value = this.raw(key);
    return typeof value === 'string' ? value : this.#refuse(key, 'a text');
  }

  choice<const Choice extends string>(key: string, choices: readonly Choice[], fallback?: Choice): Choice {
    const value = this.text(key, fallback);
    return choices.find((choice) => choice === value) ?? this.#refuse(key, `one of: ${choices.join(', ')}`);
  }

  /** A list with something in it, for items of a shape that only one method has; `wanted` says which. */
  list(key: string, wanted?: string): unknown[] {
    const value = this.raw(key);
    if (!Array.isArray(value)) return this.#refuse(key, wanted ?? 'a list');
    return value.length > 0 ? value : this.#refuse(key, wanted ?? 'a list with at least one value');
  }

  texts(key: string): string[] {
    const value = this.list(key);
    return value.map((one) => (typeof one === 'string' || typeof one === 'number' ? String(one) : this.#refuse(key, 'a list of texts')));
  }

  /** A list of numbers, of the given length where one is given. */
  numbers(key: string, { missing = false, length }: Missing & { length?: number } = {}): Float64Array {
    const value = this.list(key);
    if (length !== undefined && value.length !== length) this.#refuse(key, `a list of ${length} numbers, not of ${value.length}`);
    return Float64Array.from(value, (one, at) => this.#cell(`${key}[${at}]`, one, missing));
  }

  /** Rows of equal length; of the given size where one is given. */
  matrix(key: string, { missing = false, rows, columns }: Missing & { rows?: number; columns?: number } = {}): Matrix {
    const value = this.list(key);
    const width = Array.isArray(value[0]) && value[0].length > 0 ? value[0].length : this.#refuse(key, 'a list of rows, with at least one number each');
    const read = value.map((row, at) => {
      if (!Array.isArray(row) || row.length !== width) this.#refuse(`${key}[${at}]`, `a row of ${width} numbers, like the first`);
      return (row as unknown[]).map((one, column) => this.#cell(`${key}[${at}][${column}]`, one, missing));
    });
    if (rows !== undefined && read.length !== rows) this.#refuse(key, `${rows} rows, not ${read.length}`);
    if (columns !== undefined && width !== columns) this.#refuse(key, `rows of ${columns} numbers, not of ${width}`);
    return matrixFrom(read);
  }

  #cell(key: string, value: unknown, missing: boolean): number {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (missing && value === null) return NaN;
    return this.#refuse(key, missing ? 'a number, or null where it is missing' : 'a number; a missing value is not allowed here');
  }

  #refuse(key: string, wanted: string): never {
    fault(`${this.#name}.${key} must be ${wanted}`);
  }
}
