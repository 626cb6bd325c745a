import { z } from 'zod';
import { indicatorInputSchema, type Indicator } from '../../words/indicator.schema.ts';
import { said } from '../said.ts';

const named = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.values(value).some(Boolean);

/** A definition whose last word was deleted is no definition. */
export const indicatorForm = z.preprocess((given) => {
  const values = said(given);
  for (const key of ['definition', 'reportedBy']) {
    if (!named(values[key])) values[key] = null;
    else values[key] = Object.fromEntries(Object.entries(values[key] as object).filter(([, text]) => Boolean(text)));
  }
  return values;
}, indicatorInputSchema);

export function inputOf(indicator: Indicator): z.input<typeof indicatorInputSchema> {
  const { key, name, definition, dimension, topic, kind, unit, direction, periodicity, decimals, sourceId, formula, reportedBy, basis, population, timing, aliases, visibility } = indicator;
  return { key, name, definition, dimension, topic, kind, unit, direction, periodicity, decimals, sourceId, formula, reportedBy, basis, population, timing, aliases, visibility };
}
