import { delimiters, type Delimiter, type Encoding } from '../words/read.schema.ts';

/** How a text file marks its cells and rows. */
export interface TextDialect {
  encoding: Encoding;
  delimiter: Delimiter;
  /** What ends a row; a carriage return before a line feed belongs to it. */
  feed: '\n' | '\r';
  /** Rows before the header that only speak to a spreadsheet: `sep=;`. */
  spoken: 0 | 1;
}

export function dialectOf(sample: Buffer, encoding: Encoding): TextDialect {
  const text = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(sample);
  const bare = text.replace(/"[^"]*"?/gu, 'x');
  const feed = bare.includes('\r') && !bare.includes('\n') ? '\r' : '\n';
  const told = /^"?sep=([,;\t|])"?\r?(?:\n|\r|$)/iu.exec(text)?.[1];
  if (told) return { encoding, feed, delimiter: told as Delimiter, spoken: 1 };
  return { encoding, feed, delimiter: delimiterOf(bare.split(feed).find((line) => line.trim() !== '') ?? ''), spoken: 0 };
}

/** The mark that stands most often in the first line with text, outside of quotes; a comma when none does. */
function delimiterOf(header: string): Delimiter {
  const counts = delimiters.map((mark) => header.split(mark).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
