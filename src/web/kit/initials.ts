/** First Chinese character, or up to two initials. */
export function initialsOf(name: string): string {
  const han = /\p{Script=Han}/u.exec(name);
  if (han) return han[0];
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase();
}
