import { nextEdition } from '#kernel/sdc/editions.ts';
import { withTotals } from '#kernel/sdc/margin-table.ts';
import { primary, type Contributors } from '#kernel/sdc/primary.ts';
import { matrixOf } from '#kernel/stats/matrix.ts';
import { loadCrossTable, readableTables, type CrossTableSummary, type LoadedTable } from '#modules/indicator/index.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { disclosureRules, frozenOfSeries, nextNumber } from '../../store/disclosure.store.ts';
import { disclosureRuleOn, isProtected, mostCells, sensitivityOf, seriesOf } from '../../words/disclosure.rules.ts';
import { disclosureCauses, type DisclosureCause, type EditionInput, type EditionPreview, type EditionTally } from '../../words/disclosure.schema.ts';
import { editionOn, gridOver, placesOn, type FrozenEdition } from '../../words/frozen-edition.ts';

export interface WorkedOut {
  preview: EditionPreview;
  frozen: FrozenEdition;
  seriesKey: string;
  loaded: LoadedTable;
  /** Nothing differs from the edition before. */
  unchanged: boolean;
}

/** The next edition of a protected table beside all editions of its series, without publishing it. The same inputs give the same edition. */
export async function workOutEdition(context: Context, input: EditionInput): Promise<Result<WorkedOut>> {
  const asked = [input.crossTableId, input.countsId, ...[input.largestId, input.secondId].flatMap((id) => id ?? [])];
  const heads = new Map((await readableTables(context, asked)).map((head) => [head.id, head]));
  const head = heads.get(input.crossTableId);
  if (!head || asked.some((id) => !heads.has(id))) return fail('notFound');
  if (head.edition) return fail('editionOfEdition');
  if (!isProtected(head)) return fail('tableIsOpen');
  if (asked.some((id) => !sameLines(head, heads.get(id) as CrossTableSummary))) return fail('otherLines');
  const loaded = await loadCrossTable(context.db, head.id);
  if (loaded.cells.length > mostCells) return fail('tableTooLarge', { most: mostCells });
  if (loaded.cells.some((cell) => cell < 0)) return fail('amountBelowZero');
  const beside = async (id: string | null) => (id === null ? null : alignTo(loaded, await loadCrossTable(context.db, id)));
  const rule = disclosureRuleOn(await disclosureRules(context.db), context.now.toISOString().slice(0, 10));
  const [counts, largest, second] = [await beside(input.countsId), await beside(input.largestId), await beside(input.secondId)];
  const table = withTotals({ rows: loaded.areas.length, columns: loaded.industries.length, cells: loaded.cells });
  const own = primary(table, contributorsIn(loaded, counts as Float64Array, largest, second), sensitivityOf(rule));
  const lines = { regions: loaded.areas.map(({ code, name }) => ({ code, name })), industries: loaded.industries.map(({ code, name }) => ({ code, name })) };
  const bare: FrozenEdition = { ...lines, values: Array.from(table.values, (value) => (Number.isNaN(value) ? null : value)), causes: Array.from(table.values, () => null), by: own.by, required: [...own.required], insiders: own.insiders, out: [], withheld: false };
  const seriesKey = seriesOf(head);
  const before = await frozenOfSeries(context, seriesKey);
  const grid = gridOver([...before, bare]);
  const here = editionOn(grid, bare);
  const earlier = before.map((one) => editionOn(grid, one));
  const next = nextEdition(earlier, here.table, here.primary);
  const places = placesOn(grid, bare);
  const hidden = earlier.filter(({ withheld }) => !withheld);
  const causes = Array.from(places, (place, at): DisclosureCause | null => {
    if (bare.values[at] === null || next.suppressed[place] === 0) return null;
    return own.by[at] ?? (next.withheld ? 'withheld' : hidden.some(({ suppressed }) => suppressed[place] === 1) ? 'earlier' : 'other');
  });
  const out = [...places.keys()].filter((at) => next.out?.[places[at] as number] === 1);
  const frozen: FrozenEdition = { ...bare, causes, out, withheld: next.withheld };
  const judgedBy = largest ? (['frequency', 'dominance', 'p'] as const) : (['frequency'] as const);
  const preview: EditionPreview = { table: { id: head.id, name: head.name, period: head.period }, number: await nextNumber(context.db, seriesKey), rule, judgedBy: [...judgedBy], tally: tallyOf(frozen) };
  const last = before.at(-1);
  const unchanged = last !== undefined && shownOf(last) === shownOf(frozen);
  return ok({ preview, frozen, seriesKey, loaded, unchanged });
}

/** What an edition says to its readers. */
const shownOf = ({ regions, industries, values, causes, withheld }: FrozenEdition): string => JSON.stringify([regions, industries, withheld, values.map((value, at) => (causes[at] ? 'hidden' : value))]);

const sameLines = (one: CrossTableSummary, other: CrossTableSummary): boolean =>
  one.areaSystem === other.areaSystem && one.industrySystem === other.industrySystem && one.period === other.period;

/** Figures of another table in the lines of this one, found by code; NaN where it says none. */
function alignTo(table: LoadedTable, other: LoadedTable): Float64Array {
  const width = table.industries.length;
  const rows = new Map(other.areas.map(({ code }, at) => [code, at]));
  const columns = new Map(other.industries.map(({ code }, at) => [code, at]));
  return Float64Array.from(table.cells, (_, at) => {
    const row = rows.get(table.areas[Math.floor(at / width)]?.code ?? '');
    const column = columns.get(table.industries[at % width]?.code ?? '');
    return row === undefined || column === undefined ? NaN : (other.cells[row * other.industries.length + column] as number);
  });
}

/** Who is behind each figure and each total. A figure whose contributors nobody has counted is treated as one firm's. */
function contributorsIn({ areas, industries, cells }: LoadedTable, counts: Float64Array, largest: Float64Array | null, second: Float64Array | null): (at: number) => Contributors | null {
  const width = industries.length;
  const table = withTotals({ rows: areas.length, columns: width, cells });
  const found: ({ count: number; largest: number[] } | null)[] = Array.from(table.values, () => null);
  const add = (at: number, count: number, top: readonly number[]): void => {
    const held = found[at] ?? { count: 0, largest: [] };
    found[at] = { count: held.count + count, largest: [...held.largest, ...top].sort((a, b) => b - a).slice(0, 2) };
  };
  const whole = matrixOf(areas.length, width);
  for (let at = 0; at < whole.cells.length; at += 1) {
    const value = cells[at] as number;
    if (Number.isNaN(value) || value === 0) continue;
    const counted = counts[at] as number;
    const count = counted >= 1 ? counted : 1;
    const first = largest?.[at] ?? NaN;
    const top = largest ? [Number.isNaN(first) ? value : first, ...(second && !Number.isNaN(second[at]) ? [second[at] as number] : [])] : [];
    const [row, column] = [Math.floor(at / width), at % width];
    for (const place of [row * (width + 1) + column, row * (width + 1) + width, areas.length * (width + 1) + column, areas.length * (width + 1) + width]) add(place, count, top);
  }
  return (at) => {
    const held = found[at];
    return held ? { count: held.count, largest: largest ? held.largest : null } : null;
  };
}

function tallyOf({ values, causes, by, out, withheld }: FrozenEdition): EditionTally {
  const hidden = Object.fromEntries(disclosureCauses.map((cause) => [cause, causes.filter((one) => one === cause).length])) as EditionTally['hidden'];
  const cells = values.filter((value) => value !== null).length;
  return { cells, open: cells - causes.filter((one) => one !== null).length, hidden, alreadyOut: out.filter((at) => by[at] !== null).length, withheld };
}
