import type { Writable } from 'node:stream';
import type pg from 'pg';

const frequentFrom = 20;
const mostNames = 80;
const mostTexts = 3000;

/** Counts statements over all connections of a pool; the frequent ones get a name, under which a connection keeps their plan. */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #uses = new Map<string, number>();

  nameOf(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= mostNames) return name;
    const uses = (this.#uses.get(text) ?? 0) + 1;
    this.#uses.set(text, uses);
    if (this.#uses.size > mostTexts) this.#uses.clear();
    if (uses < frequentFrom) return undefined;
    this.#uses.delete(text);
    const given = `clusterloom_${this.#names.size}`;
    this.#names.set(text, given);
    return given;
  }
}

/**
 * Reading and planning a long statement costs the database more than running it, and a packet costs more than what is
 * in it. Frequent statements with parameters are named (only so many: every connection pays memory for each), and
 * statements of one moment travel in one packet.
 */
export function speakBriefly(client: pg.PoolClient, names: StatementNames): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  const brief = (...args: unknown[]): unknown => {
    stream.cork();
    process.nextTick(() => stream.uncork());
    const [text, values, ...rest] = args;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? names.nameOf(text) : undefined;
    return name === undefined ? query(...args) : query({ text, values, name }, ...rest);
  };
  client.query = brief as typeof client.query;
}
