export interface TypedPart {
  label: string;
  /** Null where the source names the part and gives no number. */
  value: string | null;
}

/** Lines as typed or pasted from a sheet: words, then a number at the end, or `?` where it is not known. */
export function parseParts(typed: string): TypedPart[] {
  return typed.split('\n').flatMap((line) => {
    const words = line.trim();
    if (words === '') return [];
    const [, label = '', value = ''] = /^(.*?)[\s\t:：=]*(-?[\d,]+(?:\.\d+)?|[?？])?$/.exec(words) ?? [];
    const number = value.replaceAll(',', '');
    return [{ label: label.trim() || words, value: /\d/.test(number) ? number : null }];
  });
}
