import type { FileRemark } from '../words/read.schema.ts';

/** Names no two alike and none blank: a blank header is called by its number, the second `名称` becomes `名称 (2)`. */
export function nameColumns(header: readonly string[]): { columns: string[]; remarks: FileRemark[] } {
  const given = header.map((name) => name.replace(/\s+/gu, ' ').trim());
  const taken = new Set(given);
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const columns = given.map((name, index) => {
    const base = name === '' ? `#${index + 1}` : name;
    if (name === '' ? !taken.has(base) : !seen.has(name)) {
      seen.add(base);
      return base;
    }
    if (name !== '') repeated.add(name);
    let number = 2;
    while (taken.has(`${base} (${number})`) || seen.has(`${base} (${number})`)) number += 1;
    seen.add(`${base} (${number})`);
    return `${base} (${number})`;
  });
  const names = [...repeated];
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '');
  return { columns, remarks: names.length === 0 ? [] : [{ remark: 'headersNumbered', params: { names: shown.slice(0, 200), count: names.length } }] };
}
