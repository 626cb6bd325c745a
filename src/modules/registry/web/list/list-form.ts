import { z } from 'zod';
import { listInputSchema } from '../../words/list.schema.ts';
import type { ListSummary } from '../../words/list.schema.ts';

/** An issuer whose last word was deleted is no issuer. */
export const listForm = z.preprocess((given) => {
  const { issuer, ...values } = given as Record<string, unknown>;
  const named = issuer && Object.values(issuer).some(Boolean);
  return { ...values, ...(named ? { issuer } : {}) };
}, listInputSchema);

export function inputOf(list: ListSummary): z.input<typeof listInputSchema> {
  const { name, issuer, issuedOn, issuedPeriod, batch, announcedCount, entryKind, sourceId, note } = list;
  return { name, issuer, issuedOn, issuedPeriod, batch, announcedCount, entryKind, sourceId, note };
}
