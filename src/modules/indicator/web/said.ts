/** Emptied fields of a form are fields that say nothing. */
export const said = (given: unknown): Record<string, unknown> => Object.fromEntries(Object.entries(given as Record<string, unknown>).filter(([, value]) => value !== '' && value !== undefined));
