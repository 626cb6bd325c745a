/** Rows of a small CSV file as objects: numbers parsed where nothing is quoted, an empty cell or NA as null. */
export function readCsvRows(text: string): Record<string, string | number | null>[] {
  const [head = [], ...rows] = text.trimEnd().split(/\r?\n/).map(cellsOf);
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name.text, valueOf(cells[at])])));
}

interface Cell {
  text: string;
  quoted: boolean;
}

const cellsOf = (line: string): Cell[] =>
  Array.from(`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g), ([, quoted, plain = '']) => (quoted === undefined ? { text: plain, quoted: false } : { text: quoted.replaceAll('""', '"'), quoted: true }));

function valueOf(cell: Cell | undefined): string | number | null {
  if (!cell || cell.text === '' || (!cell.quoted && cell.text === 'NA')) return null;
  return !cell.quoted && !Number.isNaN(Number(cell.text)) ? Number(cell.text) : cell.text;
}
