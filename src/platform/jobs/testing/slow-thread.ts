import { serveThread } from '../serve-thread.ts';

const wait = new Int32Array(new SharedArrayBuffer(4));

serveThread<{ steps: number; waitMs: number }, number>(({ steps, waitMs }, progress) => {
  if (steps < 0) throw new RangeError('no steps');
  for (let step = 1; step <= steps; step += 1) {
    if (waitMs > 0) Atomics.wait(wait, 0, 0, waitMs);
    progress(step, steps);
  }
  return steps;
});
