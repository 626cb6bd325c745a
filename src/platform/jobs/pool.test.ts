import { expect, it } from 'vitest';
import { runInThread } from './pool.ts';

const program = { source: new URL('./testing/slow-thread.ts', import.meta.url), built: 'slow-thread.mjs' };

it('computes beside the event loop, tells how far it is, and is warm the second time', async () => {
  const told: [number, number][] = [];
  expect(await runInThread(program, { steps: 3, waitMs: 1 }, { progress: (done, total) => void told.push([done, total]) })).toBe(3);
  expect(told).toEqual([[1, 3], [2, 3], [3, 3]]);
  expect(await runInThread(program, { steps: 2, waitMs: 0 })).toBe(2);
}, 20_000);

it('lends the same thread any number of times', async () => {
  const warned: string[] = [];
  const hear = ({ name }: Error): void => void warned.push(name);
  process.on('warning', hear);
  for (let time = 0; time < 15; time += 1) await runInThread(program, { steps: 1, waitMs: 0 });
  process.off('warning', hear);
  expect(warned).toEqual([]);
}, 20_000);

it('ends with its thread when it is cancelled, and passes on why it failed', async () => {
  const cancel = new AbortController();
  const work = runInThread(program, { steps: 1000, waitMs: 20 }, { signal: cancel.signal, progress: () => cancel.abort(new Error('cancelled')) });
  await expect(work).rejects.toThrow('cancelled');
  await expect(runInThread(program, { steps: 1, waitMs: 0 }, { progress: () => Promise.reject(new Error('lost')) })).rejects.toThrow('lost');
  await expect(runInThread(program, { steps: -1, waitMs: 0 })).rejects.toThrow('no steps');
}, 20_000);
