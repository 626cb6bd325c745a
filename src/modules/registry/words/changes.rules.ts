type Changes = Record<string, [unknown, unknown]>;

/** field → [old, new] of what differs; two values are the same when they read the same as JSON. */
export function changesBetween(old: Readonly<Record<string, unknown>>, next: Readonly<Record<string, unknown>>): Changes {
  const fields = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  const text = (value: unknown) => JSON.stringify(value ?? null);
  return Object.fromEntries(fields.filter((field) => text(old[field]) !== text(next[field])).map((field) => [field, [old[field] ?? null, next[field] ?? null]]));
}

/** What a new record says; fields left empty are not news. */
export function changesOfNew(next: Readonly<Record<string, unknown>>): Changes {
  const said = Object.entries(next).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(said.map(([field, value]) => [field, [null, value]]));
}

/** Whether a period ends before it begins. */
export function isReversed(since: string | null | undefined, until: string | null | undefined): boolean {
  return Boolean(since && until && until < since);
}
