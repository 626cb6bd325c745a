import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A program for threads: its source, and its name among the built ones beside the server (`scripts/build.mjs` lists them). */
export interface ThreadProgram {
  source: URL;
  built: string;
}

/** What a thread says: how far it is, what came out, or why nothing did. */
export type ThreadAnswer = { kind: 'progress'; done: number; total: number } | { kind: 'done'; value: unknown } | { kind: 'failed'; message: string };

export interface ThreadOptions {
  signal?: AbortSignal;
  /** Called as it comes; what it throws or rejects with ends the work. */
  progress?: (done: number, total: number) => void | Promise<void>;
}

/** Threads for long computing, so that the event loop stays free. As many at a time as the machine has cores; one idle thread of each program is kept warm. */
const most = Math.max(1, availableParallelism());
const idle = new Map<string, Worker>();
const queue: (() => void)[] = [];
let running = 0;

/** Built, programs lie beside the server; from the source, they run through the loader that tests use. */
function workerOf({ source, built }: ThreadProgram): Worker {
  const here = fileURLToPath(import.meta.url);
  if (!here.endsWith('.ts')) return new Worker(join(dirname(here), built));
  const loader = new URL('./esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx'))).href;
  const begin = `const { register } = await import(${JSON.stringify(loader)}); register(); await import(${JSON.stringify(source.href)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(begin)}`));
}

/** A new thread, forgotten when it ends by itself while it is idle. */
function startThread(program: ThreadProgram): Worker {
  const thread = workerOf(program);
  return thread.once('exit', () => {
    if (idle.get(program.built) === thread) idle.delete(program.built);
  });
}

function takeThread(program: ThreadProgram): Worker {
  const warm = idle.get(program.built);
  if (!warm) return startThread(program);
  idle.delete(program.built);
  warm.ref();
  return warm;
}

function keepWarm({ built }: ThreadProgram, thread: Worker): void {
  if (idle.has(built)) {
    void thread.terminate();
    return;
  }
  // It must keep no program from ending.
  thread.unref();
  idle.set(built, thread);
}

function aTurn(signal: AbortSignal | undefined): Promise<void> {
  if (running < most) {
    running += 1;
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    queue.push(resolve);
    signal?.addEventListener('abort', () => {
      const at = queue.indexOf(resolve);
      if (at < 0) return;
      queue.splice(at, 1);
      reject(signal.reason as Error);
    }, { once: true });
  });
}

function passTurn(): void {
  const next = queue.shift();
  if (next) next();
  else running -= 1;
}

/** Runs one piece of work in a thread. `input` and the answer are plain data, copied. A cancelled one ends at once with its thread. */
export async function runInThread<Output>(program: ThreadProgram, input: unknown, { signal, progress }: ThreadOptions = {}): Promise<Output> {
  signal?.throwIfAborted();
  await aTurn(signal);
  const thread = takeThread(program);
  let isFinished = false;
  const listeners: [string, (given: unknown) => void][] = [];
  const listen = (event: string, listener: (given: unknown) => void): void => {
    listeners.push([event, listener]);
    thread.on(event, listener);
  };
  const stop = new AbortController();
  try {
    return await new Promise<Output>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true, signal: stop.signal });
      listen('error', reject);
      listen('exit', () => reject(new Error(`the thread ${program.built} ended`)));
      listen('message', (said) => {
        const answer = said as ThreadAnswer;
        if (answer.kind === 'progress') Promise.resolve(progress?.(answer.done, answer.total)).catch(reject);
        else {
          isFinished = true;
          if (answer.kind === 'done') resolve(answer.value as Output);
          else reject(new Error(answer.message));
        }
      });
      thread.postMessage(input);
    });
  } finally {
    stop.abort();
    for (const [event, listener] of listeners) thread.off(event, listener);
    if (isFinished) keepWarm(program, thread);
    else void thread.terminate();
    passTurn();
  }
}
