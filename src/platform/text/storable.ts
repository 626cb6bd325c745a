/** PostgreSQL stores no NUL, and half a surrogate pair is no character at all. */
const unstorable = /[\0\p{Cs}]/u;

export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}
