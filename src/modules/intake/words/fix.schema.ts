import { z } from 'zod';
import { mostColumns } from './import.schema.ts';

const rowNumber = z.number().int().min(2);
const column = z.number().int().min(0).max(mostColumns - 1);
const text = z.string().max(10_000);

/** A cell written anew, or back to what the file said; one value for another in a whole column; one value for every row with a remark. */
export const fixInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cells'), cells: z.array(z.strictObject({ rowNumber, column, value: text.nullable() })).min(1).max(500) }),
  z.strictObject({ kind: z.literal('replace'), column, from: text, to: text }),
  z.strictObject({ kind: z.literal('reason'), reason: z.string().min(1).max(60), column, value: text }),
]);
export type FixInput = z.infer<typeof fixInputSchema>;

export const skipInputSchema = z.union([
  z.strictObject({ rowNumbers: z.array(rowNumber).min(1).max(1000), reason: z.undefined().optional(), skipped: z.boolean() }),
  /** Every row that carries this remark. */
  z.strictObject({ rowNumbers: z.undefined().optional(), reason: z.string().min(1).max(60), skipped: z.boolean() }),
]);
export type SkipInput = z.infer<typeof skipInputSchema>;
