import { expect, it } from 'vitest';
import { SeenKeys } from './seen-keys.ts';

it('names the row that said a key first, and takes a row that says it again for no other', () => {
  const seen = new SeenKeys();
  expect(seen.first('uscc 1', 2)).toBeNull();
  expect(seen.first('uscc 1', 2)).toBeNull();
  expect(seen.first('uscc 1', 9)).toBe(2);
  expect(seen.first('code 1', 9)).toBeNull();
  expect(seen.first('uscc 1', 10)).toBe(2);
});

it('tells a million keys apart, also alike ones, in little memory', () => {
  const seen = new SeenKeys();
  const before = process.memoryUsage().arrayBuffers;
  let mistaken = 0;
  for (let row = 1; row <= 1_000_000; row += 1) if (seen.first(`externalCode B${row}`, row) !== null) mistaken += 1;
  expect(mistaken).toBe(0);
  for (let row = 1; row <= 1_000_000; row += 99_991) expect(seen.first(`externalCode B${row}`, row + 5_000_000)).toBe(row);
  expect((process.memoryUsage().arrayBuffers - before) / 2 ** 20).toBeLessThan(60);
}, 30_000);
