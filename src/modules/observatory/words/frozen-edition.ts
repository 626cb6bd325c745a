import type { Edition } from '#kernel/sdc/editions.ts';
import type { MarginTable } from '#kernel/sdc/margin-table.ts';
import type { SensitiveBy } from '#kernel/sdc/primary.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { DisclosureCause } from './disclosure.schema.ts';

interface Line {
  code: string;
  name: Name;
}

/** All that later editions are held against, cell by cell with the totals; missing figures are null. */
export interface FrozenEdition {
  regions: Line[];
  industries: Line[];
  values: (number | null)[];
  /** Null where the figure is open. */
  causes: (DisclosureCause | null)[];
  /** By the rule, whatever else would hide it. */
  by: (SensitiveBy | null)[];
  required: number[];
  insiders: number[][];
  /** Cells that were public with the same figure before. */
  out: number[];
  withheld: boolean;
}

/** Lines of several editions in one order, so that a cell has one place in all of them. */
export interface Grid {
  regions: readonly string[];
  industries: readonly string[];
}

export function gridOver(lines: readonly Pick<FrozenEdition, 'regions' | 'industries'>[]): Grid {
  const codes = (of: 'regions' | 'industries') => [...new Set(lines.flatMap((one) => one[of].map(({ code }) => code)))];
  return { regions: codes('regions'), industries: codes('industries') };
}

/** Where each cell of an edition stands on the grid, its totals among the totals. */
export function placesOn(grid: Grid, { regions, industries }: Pick<FrozenEdition, 'regions' | 'industries'>): Int32Array {
  const rows = [...regions.map(({ code }) => grid.regions.indexOf(code)), grid.regions.length];
  const columns = [...industries.map(({ code }) => grid.industries.indexOf(code)), grid.industries.length];
  return Int32Array.from(rows.flatMap((row) => columns.map((column) => row * (grid.industries.length + 1) + column)));
}

/** An edition as the kernel takes it, on a grid; a line that it has not is missing. */
export function editionOn(grid: Grid, frozen: FrozenEdition): Edition {
  const places = placesOn(grid, frozen);
  const size = (grid.regions.length + 1) * (grid.industries.length + 1);
  const table: MarginTable = { rows: grid.regions.length, columns: grid.industries.length, values: new Float64Array(size).fill(NaN) };
  const edition: Edition = { table, primary: { sensitive: new Uint8Array(size), required: new Float64Array(size), by: Array.from({ length: size }, () => null), insiders: [] }, suppressed: new Uint8Array(size), withheld: frozen.withheld, out: new Uint8Array(size) };
  places.forEach((place, at) => {
    table.values[place] = frozen.values[at] ?? NaN;
    edition.suppressed[place] = frozen.causes[at] ? 1 : 0;
    edition.primary.by[place] = frozen.by[at] ?? null;
    edition.primary.sensitive[place] = frozen.by[at] ? 1 : 0;
    edition.primary.required[place] = frozen.required[at] ?? 0;
  });
  edition.primary.insiders = frozen.insiders.map((own) => own.map((at) => places[at] as number));
  for (const at of frozen.out) (edition.out as Uint8Array)[places[at] as number] = 1;
  return edition;
}
