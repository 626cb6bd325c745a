import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from './pool.ts';

/** The thread's side: answers one piece of work after the other. */
export function serveThread<Input, Output>(work: (input: Input, progress: (done: number, total: number) => void) => Output): void {
  const say = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);
  parentPort?.on('message', (input: Input) => {
    try {
      say({ kind: 'done', value: work(input, (done, total) => say({ kind: 'progress', done, total })) });
    } catch (error) {
      say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
