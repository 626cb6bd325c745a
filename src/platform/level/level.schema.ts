import { z } from 'zod';

/** Levels of data, lowest first. State secrets have none: they may not enter at all. */
export const levels = ['public', 'internal', 'sensitive'] as const;
export type Level = (typeof levels)[number];
export const levelSchema = z.enum(levels);

/** Under these names a level stands beside a schema, and so in the API description too. */
export const levelMark = 'x-data-level';
export const valueLevelMark = 'x-data-level-of-values';

/** Declares the level of a field, or of a record and every field of it that declares none itself. */
export function leveled<Schema extends z.ZodType>(level: Level, schema: Schema): Schema {
  return schema.meta({ [levelMark]: level });
}

/** Declares that some values of a field say how high its record is: `visibility: internal`. */
export function leveledValues<Schema extends z.ZodType>(of: Readonly<Record<string, Level>>, schema: Schema): Schema {
  return schema.meta({ [valueLevelMark]: of });
}
