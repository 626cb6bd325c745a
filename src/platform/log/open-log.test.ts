import { expect, test } from 'vitest';
import { openLog } from './open-log.ts';

function collecting(level: 'silent' | 'error' | 'info' | 'debug') {
  const lines: string[] = [];
  const now = () => new Date('2026-11-22T08:00:00Z');
  const log = openLog({ level, now, clean: ({ secret: _secret, ...rest }) => rest, to: { write: (line: string) => lines.push(line) } });
  return { lines, log };
}

test('a line is one JSON object with time and level, cleaned before it is written', () => {
  const { lines, log } = collecting('info');
  log({ level: 'error', message: 'broke\noff', reference: 'r', secret: 'canary' });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({ level: 'error', at: '2026-11-22T08:00:00.000Z', reference: 'r', message: 'broke\noff' });
  expect(lines[0]?.trimEnd()).not.toContain('\n');
});

test('what is below the level is not written, and a line that cannot be written stops nothing', () => {
  const { lines, log } = collecting('error');
  log({ message: 'a request' });
  const round: Record<string, unknown> = {};
  round['self'] = round;
  log({ level: 'error', message: 'odd', round, big: 1n });
  expect(lines.filter((line) => line.includes('a request'))).toEqual([]);
});
