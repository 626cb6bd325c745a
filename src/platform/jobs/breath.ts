import { setImmediate as turn } from 'node:timers/promises';

const longestMs = 8;

/** Long work on one thread: lets everybody else have a turn as soon as it held the thread for some milliseconds. */
export class Breath {
  #since = performance.now();

  get isDue(): boolean {
    return performance.now() - this.#since > longestMs;
  }

  async take(): Promise<void> {
    await turn();
    this.#since = performance.now();
  }
}
