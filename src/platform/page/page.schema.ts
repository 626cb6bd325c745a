import { z } from 'zod';

/** Query part every list shares. The cursor is opaque: it holds the last row's sort value and id. */
export const pageQuery = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    /** How many rows match, within what this reader may see. */
    total: z.number().int().min(0),
  });
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
}
