import type { LoadedTable } from '#modules/indicator/index.ts';
import type { Matrix } from '#kernel/stats/matrix.ts';
import type { TreeNode } from '../../store/specialisation.store.ts';
import type { CellMark } from '../../words/specialisation.schema.ts';
import { isLeftover } from '../../words/specialisation.rules.ts';
import { chooseLines, type Group, type Level } from './select-lines.ts';

export interface Trees {
  territories: ReadonlyMap<string, TreeNode>;
  industries: ReadonlyMap<string, TreeNode>;
}

export interface Asked {
  exclude?: string | undefined;
  minSize?: number | undefined;
  regionLevel?: string | undefined;
  industryLevel?: string | undefined;
}

/** A table after levels, exclusions and the least size of a region: what everything else is computed on. */
export interface Selected {
  regions: Group[];
  industries: Group[];
  employment: Matrix;
  /** One letter a cell. */
  marks: CellMark[];
  regionLevels: Level[];
  industryLevels: Level[];
  regionLevel: string | null;
  industryLevel: string | null;
  /** Columns of the table before anything is left out. */
  columns: LoadedTable['industries'];
  /** Those of them that were left out because they were named. */
  excluded: ReadonlySet<string>;
  smallRegions: number;
  smallSize: number;
  withoutLevel: number;
  industriesWithoutLevel: number;
}

export type SelectionRefusal = 'unknownLevel' | 'nothingLeft';

/** One cell of several: the sum where all are told; what does not apply adds nothing; one withheld or not stated makes the whole so. */
function together(table: LoadedTable, rows: readonly number[], columns: readonly number[]): { value: number; mark: CellMark } {
  let value = 0;
  let mark: CellMark = 'n';
  for (const row of rows) {
    for (const column of columns) {
      const at = row * table.industries.length + column;
      const own = (table.marks[at] ?? 'm') as CellMark;
      if (own === 'v') value += table.cells[at] as number;
      if (own === 's' || (own === 'm' && mark !== 's') || (own === 'v' && mark === 'n')) mark = own;
    }
  }
  return mark === 'v' ? { value, mark } : { value: NaN, mark };
}

/** Applies what was asked for; the order is: industries left out, levels, regions that are too small. Cost O(cells). */
export function selectTable(table: LoadedTable, trees: Trees, asked: Asked): Selected | SelectionRefusal {
  const named = new Set(asked.exclude?.split(',') ?? []);
  const excluded = new Set(table.industries.filter((column) => named.has(column.id) || named.has(column.id.slice(-12)) || (named.has('leftover') && isLeftover(column))).map(({ id }) => id));
  const kept = table.industries.flatMap((column, at) => (excluded.has(column.id) ? [] : [at]));
  const industries = chooseLines(kept.map((at) => ({ ...(table.industries[at] as LoadedTable['industries'][number]), node: table.industries[at]?.industryId ?? null })), trees.industries, asked.industryLevel);
  const regions = chooseLines(table.areas.map((area) => ({ ...area, node: area.territoryId })), trees.territories, asked.regionLevel);
  if (!industries || !regions) return 'unknownLevel';
  const columns = industries.groups.map(({ from }) => from.map((at) => kept[at] as number));
  const width = columns.length;
  const cells = new Float64Array(regions.groups.length * width);
  const marks = Array.from<CellMark>({ length: cells.length });
  const chosen: Group[] = [];
  let smallSize = 0;
  for (const region of regions.groups) {
    const start = chosen.length * width;
    let size = 0;
    columns.forEach((from, column) => {
      const { value, mark } = together(table, region.from, from);
      cells[start + column] = value;
      marks[start + column] = mark;
      if (mark === 'v') size += value;
    });
    if (asked.minSize !== undefined && size < asked.minSize) smallSize += size;
    else chosen.push(region);
  }
  if (chosen.length === 0 || width === 0) return 'nothingLeft';
  const length = chosen.length * width;
  return {
    regions: chosen,
    industries: industries.groups,
    employment: { rows: chosen.length, columns: width, cells: cells.slice(0, length) },
    marks: marks.slice(0, length),
    regionLevels: regions.levels,
    industryLevels: industries.levels,
    regionLevel: regions.level,
    industryLevel: industries.level,
    columns: table.industries,
    excluded,
    smallRegions: regions.groups.length - chosen.length,
    smallSize,
    withoutLevel: regions.without,
    industriesWithoutLevel: industries.without,
  };
}

/** How many cells are told, zero, not stated, not applicable and withheld. */
export function countMarks({ marks, employment }: Selected): { value: number; zero: number; notStated: number; notApplicable: number; suppressed: number } {
  const counts = { value: 0, zero: 0, notStated: 0, notApplicable: 0, suppressed: 0 };
  marks.forEach((mark, at) => {
    counts[mark === 'v' ? (employment.cells[at] === 0 ? 'zero' : 'value') : mark === 'm' ? 'notStated' : mark === 'n' ? 'notApplicable' : 'suppressed'] += 1;
  });
  return counts;
}
