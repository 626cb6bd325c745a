import { expect, it } from 'vitest';
import { rotaOn } from './rota.rules.ts';

const seat = (id: string, rotaOrder: number | null, since: string | null = null, until: string | null = null) => ({ id, rotaOrder, since, until });

it('reads the current and the next president from their terms', () => {
  const seats = [seat('a', 1, '2025-01-01', '2025-12-31'), seat('b', 2, '2026-01-01', '2026-12-31'), seat('c', 3, '2027-01-01')];
  expect(rotaOn(seats, '2026-06-01')).toEqual({ current: 'b', next: 'c' });
  expect(rotaOn(seats, '2024-06-01')).toEqual({ current: null, next: 'a' });
});
it('goes round to the first turn when no later term is written down', () => {
  const seats = [seat('a', 1), seat('b', 2), seat('c', 3, '2026-01-01')];
  expect(rotaOn(seats, '2026-06-01')).toEqual({ current: 'c', next: 'a' });
});
it('guesses nothing without dates, and ignores seats outside of the rota', () => {
  expect(rotaOn([seat('a', 1), seat('b', 2)], '2026-06-01')).toEqual({ current: null, next: null });
  expect(rotaOn([seat('x', null, '2020-01-01')], '2026-06-01')).toEqual({ current: null, next: null });
});
