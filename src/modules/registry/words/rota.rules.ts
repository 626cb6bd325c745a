export interface RotaSeat {
  id: string;
  /** Turn in the rota; null for a seat outside of it. */
  rotaOrder: number | null;
  since: string | null;
  until: string | null;
}
export interface RotaTurn {
  current: string | null;
  next: string | null;
}

const inForce = (seat: RotaSeat, on: string) => (seat.since === null || seat.since <= on) && (seat.until === null || seat.until >= on);

/**
 * Who presides on a day and who follows. Seats with a term are read by their terms: the one in force presides, and
 * the next is the first term that begins later. Without such a term, the turn after the current one is next, and the
 * rota starts again from its first turn. Nothing is guessed: without dates nobody is said to preside.
 */
export function rotaOn(seats: readonly RotaSeat[], on: string): RotaTurn {
  const turns = seats.filter((seat) => seat.rotaOrder !== null).toSorted((a, b) => (a.rotaOrder ?? 0) - (b.rotaOrder ?? 0) || a.id.localeCompare(b.id));
  const dated = turns.filter((seat) => seat.since !== null);
  const current = dated.filter((seat) => inForce(seat, on)).at(-1) ?? null;
  const later = dated.filter((seat) => (seat.since ?? '') > on).toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? ''))[0];
  if (later) return { current: current?.id ?? null, next: later.id };
  if (!current || turns.length < 2) return { current: current?.id ?? null, next: null };
  const after = turns[(turns.indexOf(current) + 1) % turns.length];
  return { current: current.id, next: after?.id ?? null };
}
