type Catalogue = Readonly<Record<string, { message: string }>>;

/** Both wordings of a room's messages, for answers that carry their own words: `wordsOf('warning.home', { count: '3' })`. `{{name}}` is filled in where a value is given. */
export function roomWords(room: string, zh: Catalogue, en: Catalogue) {
  return (key: string, values: Readonly<Record<string, string>> = {}): { zh: string; en: string } => {
    const name = `${room}.${key}`;
    const fill = (words: string): string => words.replaceAll(/\{\{(\w+)\}\}/g, (whole, part: string) => values[part] ?? whole);
    return { zh: fill(zh[name]?.message ?? name), en: fill(en[name]?.message ?? name) };
  };
}
