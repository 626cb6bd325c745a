/** One line for each paragraph, row or text box; the words of drawn watermarks, which stand in an attribute, on lines of their own. */
export function markupText(markup: string): string {
  const drawn = [...markup.matchAll(/<v:textpath\b[^>]*\bstring="([^"]*)"/gu)].map((match) => match[1] ?? '');
  const lines = markup
    .replaceAll(/&amp;(?:[LCR]|&quot;[^&]*&quot;|\d{1,3}|[A-Z])/gu, '\n')
    .replaceAll(/<w:tab\b[^>]*\/>/gu, ' ')
    .replaceAll(/<\/?(?:w:p|a:p|p|div|tr|td|li|br|w:br|w:cr|w:tc|w:txbxContent|si|comment|(?:odd|even|first)(?:Header|Footer)|dc:\w+|cp:\w+|vt:\w+|title|description|subject)\b[^>]*>/gu, '\n')
    .replaceAll(/<[^>]*>/gu, '');
  return filledLines([...drawn, lines].map(withoutEntities).join('\n'));
}

/** Lines are counted as a reader sees paragraphs: empty ones, which come from the markup, do not count. */
export const filledLines = (text: string): string => text.split('\n').filter((line) => line.trim() !== '').join('\n');

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function withoutEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/giu, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return entities[name ?? ''] ?? whole;
  });
}
