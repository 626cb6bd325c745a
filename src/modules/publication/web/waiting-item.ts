import type { z } from 'zod';
import type { waitingItemSchema } from '../publication.schema.ts';

export type WaitingItem = z.infer<typeof waitingItemSchema>;

/** What is due first comes first; what has no date comes last. */
export function byDue(one: WaitingItem, other: WaitingItem): number {
  return (one.due ?? '9999').localeCompare(other.due ?? '9999');
}
