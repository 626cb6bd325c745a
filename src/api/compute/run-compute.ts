import { writeFile } from 'node:fs/promises';
import { methods } from '#kernel/methods.ts';
import type { Method } from '#kernel/method/method.ts';
import { computeCases } from './compute-cases.ts';
import { describeMethod, listMethods, methodFacts } from './describe-method.ts';
import { readInput } from './read-input.ts';
import { RefusedInput, type Refusal } from './refused-input.ts';

export const computeOptions = {
  in: { type: 'string' }, out: { type: 'string' }, op: { type: 'string' }, params: { type: 'string' }, map: { type: 'string', multiple: true }, set: { type: 'string', multiple: true }, fill: { type: 'string' },
  list: { type: 'boolean' }, help: { type: 'boolean' }, json: { type: 'boolean' }, time: { type: 'boolean' },
} as const;

export type ComputeValues = Partial<Record<'in' | 'out' | 'op' | 'params' | 'fill', string> & Record<'map' | 'set', string[]> & Record<'list' | 'help' | 'json' | 'time', boolean>>;

/** Computes what is asked and answers the exit code: 0 done, 2 refused, with the reason as JSON. */
export async function runCompute(values: ComputeValues, positionals: readonly string[]): Promise<number> {
  try {
    return await answer(values, positionals);
  } catch (error) {
    const refusal: Refusal = error instanceof RefusedInput ? error.refusal : { reason: 'unexpected', why: error instanceof Error ? error.message : String(error), where: null };
    return refuse(refusal, values.out);
  }
}

async function answer(values: ComputeValues, positionals: readonly string[]): Promise<number> {
  if (positionals.length > 1) throw new RefusedInput('usage', `one METHOD at a time, not ${positionals.join(' ')}`);
  const [id] = positionals;
  if (values.list || (values.help && id === undefined)) return say(values.json ? JSON.stringify(methods.map(methodFacts), null, 2) : listMethods(methods));
  const method = methodOf(id);
  if (values.help) return say(values.json ? JSON.stringify(methodFacts(method), null, 2) : describeMethod(method));
  if (values.in === undefined) throw new RefusedInput('usage', 'compute METHOD --in FILE [--out FILE]; --list names the methods, --help METHOD its fields');
  const asked = await readInput(method, values.in, { op: values.op, params: values.params, maps: values.map ?? [], sets: values.set ?? [], fill: fillOf(values.fill) });
  const { answers, refused, seconds } = computeCases(method, asked.cases);
  if (values.time) process.stderr.write(`${JSON.stringify({ seconds })}\n`);
  const [first] = refused;
  const refusal: Refusal | undefined = first && { reason: first.reason, why: first.why, where: first.where };
  if (!asked.many && refusal) return refuse(refusal, values.out);
  await write(JSON.stringify(asked.many ? answers : answers[0]), values.out);
  if (!refusal) return 0;
  process.stderr.write(`${JSON.stringify({ ...refusal, refused: refused.length, of: answers.length })}\n`);
  return 2;
}

function methodOf(id: string | undefined): Method {
  const known = methods.map((method) => method.id).toSorted();
  const method = methods.find((one) => one.id === id);
  if (method) return method;
  throw new RefusedInput(id === undefined ? 'usage' : 'methodUnknown', id === undefined ? `name a METHOD: ${known.join(', ')}` : `there is no method “${id}”; there are: ${known.join(', ')}`);
}

function fillOf(given: string | undefined): number | null {
  if (given === undefined || given === 'null') return null;
  const value = Number(given);
  if (given.trim() === '' || !Number.isFinite(value)) throw new RefusedInput('usage', '--fill must be a number or null', '--fill');
  return value;
}

const isAside = (out: string | undefined): boolean => out !== undefined && out !== '-';

async function write(text: string, out: string | undefined): Promise<void> {
  if (!isAside(out)) return void (await say(text));
  await writeFile(out as string, `${text}\n`).catch(() => {
    throw new RefusedInput('outUnwritable', 'the file cannot be written', out ?? null);
  });
}

/** The reason takes the place of the answer on the standard output, and stands on the error stream in any case. */
export async function refuse(refusal: Refusal, out?: string): Promise<number> {
  const text = JSON.stringify(refusal);
  process.stderr.write(`${text}\n`);
  if (!isAside(out) && !process.stdout.isTTY) await say(text);
  return 2;
}

/** Waits until the reader has it all: a pipe that is left at once would be cut. */
function say(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve(0)));
  });
}
