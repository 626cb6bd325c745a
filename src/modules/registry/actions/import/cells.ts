/** `www.firm.cn`, `HTTP://firm.cn/` and `http(s)://firm.cn` become an address that opens; anything else is none. */
export function readWebsite(cell: string): string | null {
  const plain = cell.normalize('NFKC').trim().replace(/^https?\(s\):\/\//iu, 'https://');
  const text = /^[a-z][a-z0-9+.-]*:/iu.test(plain) && !/^[^/]*:\d/u.test(plain) ? plain : `http://${plain}`;
  if (!URL.canParse(text) || text.length > 300) return null;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && /\.[^.\s]{2,}$/u.test(url.hostname) && url.username === '' ? url.href.replace(/\/$/u, '') : null;
}

/** The year of `2005`, `2005年3月`, `2005-03-01` or `2005/3`. */
export function readYear(cell: string): number | null {
  const found = /^(\d{4})(?:$|\s*年|[-/.]\d{1,2}(?:$|[-/.\sT]))/u.exec(cell.normalize('NFKC').trim());
  const year = Number(found?.[1]);
  return found && year >= 1000 && year <= 2200 ? year : null;
}
