interface Draft<Values> {
  savedAt: string;
  values: Values;
}

const placeOf = (name: string): string => `clusterloom.draft.${name}`;

export function readDraft<Values>(name: string): Draft<Values> | null {
  try {
    return JSON.parse(localStorage.getItem(placeOf(name)) ?? 'null') as Draft<Values> | null;
  } catch {
    return null;
  }
}

export function keepDraft<Values>(name: string, values: Values): string {
  const savedAt = new Date().toISOString();
  localStorage.setItem(placeOf(name), JSON.stringify({ savedAt, values }));
  return savedAt;
}

export function dropDraft(name: string): void {
  localStorage.removeItem(placeOf(name));
}
