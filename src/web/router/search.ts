/** The URL's search part as plain text values: what people see in the address bar is what pages read. */
export type Search = Record<string, string | string[]>;

export function parseSearch(text: string): Search {
  const search: Search = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name];
    search[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return search;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '') continue;
    for (const each of Array.isArray(value) ? value : [value]) params.append(name, String(each));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

export function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

export function many(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** The reading context: `in` a territory, `at` a period. */
export const contextNames = ['in', 'at'] as const;

/** A link inside the product takes the reading context along. */
export function withContext(href: string, search: Search): string {
  if (!href.startsWith('/')) return href;
  const [address = '', ...place] = href.split('#');
  const [path = '', tail = ''] = address.split('?');
  const params = new URLSearchParams(tail);
  for (const name of contextNames) {
    const value = one(search[name]);
    if (value && !params.has(name)) params.set(name, value);
  }
  const text = params.toString();
  return text && text !== tail ? [`${path}?${text}`, ...place].join('#') : href;
}
