import type { Operation } from './document.ts';
import type { Known } from './from-schema.ts';
import type { ProbeAnswer } from './hooks.ts';

/** Values of parameters that belong together: the member and the cluster it is a member of. */
type Context = Readonly<Record<string, string>>;

const mostPerName = 80;

/** Records that requests can point at: those named at the start, and every one that an answer has shown. */
export class Pools {
  readonly #start: Context;
  /** By the path of a collection, the parameter that names one of its members. */
  readonly #memberName = new Map<string, string>();
  readonly #contexts = new Map<string, Context[]>();

  constructor(operations: readonly Operation[], known: Context) {
    this.#start = known;
    for (const { path } of operations) {
      const steps = path.split('/');
      for (const [at, step] of steps.entries()) if (/^\{.*\}$/.test(step)) this.#memberName.set(steps.slice(0, at).join('/'), step.slice(1, -1));
    }
  }

  knows(name: string, among?: readonly unknown[]): boolean {
    if (among) return among.includes(this.#start[name]);
    return name in this.#start || [...this.#memberName.values()].includes(name);
  }

  /** Values for the parameters of a path, all of one record where one is known. */
  contextOf(operation: Operation, record: number): Context {
    const names = (operation.path.match(/\{[^}]+\}/g) ?? []).map((name) => name.slice(1, -1));
    const last = names.at(-1);
    const choices = [...(last && names.every((name) => name in this.#start) ? [this.#start] : []), ...(this.#contexts.get(last ?? '') ?? [])];
    // One in five points at records that do not belong together.
    const chosen = choices[record % Math.max(1, choices.length)] ?? {};
    const found = record % 5 === 4 ? {} : chosen;
    return Object.fromEntries(names.map((name) => [name, found[name] ?? this.#any(name, record)]));
  }

  valueOf(known: Known): string {
    return this.#any(known.name, known.pick);
  }

  #any(name: string, pick: number): string {
    const values = [...(name in this.#start ? [this.#start[name]] : []), ...(this.#contexts.get(name) ?? []).map((context) => context[name])];
    return values[pick % Math.max(1, values.length)] ?? this.#start['id'] ?? '00000000-0000-7000-8000-000000000000';
  }

  /** Ids out of an answer: of the record that was made, and of every list of records inside. */
  learn(operation: Operation, target: string, answer: ProbeAnswer): void {
    if (answer.status >= 300 || !answer.body.startsWith('{')) return;
    const context = valuesIn(operation.path, target);
    const value = JSON.parse(answer.body) as Record<string, unknown>;
    if (operation.method === 'DELETE') return this.#forget(operation, context);
    const isMember = operation.path.endsWith('}');
    if (!isMember) this.#learnOne(operation.path, value, context);
    this.#learnParts(operation.path, value, context, 0);
  }

  #learnParts(path: string, value: Record<string, unknown>, context: Context, depth: number): void {
    if (depth > 4) return;
    for (const [name, part] of Object.entries(value)) {
      if (!Array.isArray(part)) continue;
      const below = name === 'items' ? path : `${path}/${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      for (const item of part.slice(0, 10) as unknown[]) if (item !== null && typeof item === 'object') this.#learnOne(below, item as Record<string, unknown>, context, depth);
    }
  }

  #learnOne(path: string, item: Record<string, unknown>, context: Context, depth = 0): void {
    const name = this.#memberName.get(path);
    const id = item['id'];
    if (name === undefined || typeof id !== 'string') return;
    const own = { ...context, [name]: id };
    const list = this.#contexts.get(name) ?? [];
    this.#contexts.set(name, list);
    if (!list.some((known) => known[name] === id)) {
      list.push(own);
      // The oldest go, but not the first ones: those were made on purpose.
      if (list.length > mostPerName) list.splice(20, 1);
    }
    this.#learnParts(`${path}/{${name}}`, item, own, depth + 1);
  }

  #forget(operation: Operation, context: Context): void {
    const name = /\{([^}]+)\}$/.exec(operation.path)?.[1] ?? '';
    const list = this.#contexts.get(name) ?? [];
    const kept = list.filter((known) => known[name] !== context[name]);
    if (kept.length > 0) this.#contexts.set(name, kept);
  }
}

function valuesIn(template: string, target: string): Context {
  const steps = (target.split('?')[0] ?? '').split('/');
  const named = template.split('/').map((step, at): [string, string] => [step, steps[at] ?? '']);
  return Object.fromEntries(named.filter(([step]) => step.startsWith('{')).map(([step, value]) => [step.slice(1, -1), safeDecode(value)]));
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
