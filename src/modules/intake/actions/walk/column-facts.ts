import type { ImportColumn } from '../../words/import.schema.ts';

const samples = 3;
const longestSample = 80;
/** Filled cells of a column that its samples are taken from. */
const looked = 200;

/** What the columns of a file hold, counted as its rows pass. */
export class ColumnFacts {
  readonly #columns: { name: string; filled: number; samples: Set<string> }[];

  constructor(names: readonly string[]) {
    this.#columns = names.map((name) => ({ name, filled: 0, samples: new Set() }));
  }

  add(cells: readonly string[]): void {
    for (let index = 0; index < this.#columns.length; index += 1) {
      const cell = cells[index];
      const column = this.#columns[index];
      if (cell === undefined || column === undefined || cell === '' || cell.trim() === '') continue;
      column.filled += 1;
      if (column.filled <= looked && column.samples.size < samples) column.samples.add(cut(cell.trim()));
    }
  }

  columns(): ImportColumn[] {
    return this.#columns.map(({ name, filled, samples: seen }) => ({ name, filled, samples: [...seen] }));
  }
}

const cut = (text: string): string => (text.length > longestSample ? `${text.slice(0, longestSample)}…` : text);
