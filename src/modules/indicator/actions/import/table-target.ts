import type { Context, ImportPass, ImportRow, ImportTarget, RowReason, RowVerdict } from '#platform/module/module.ts';
import { codedKey, ensureCoded, findCoded } from '../../store/area.store.ts';
import { columnPositions, findLines, findTableId, type StoredLine } from '../../store/cross-table-write.store.ts';
import { removeTableRowsOf } from '../../store/import.store.ts';
import { findVintages, vintageKey } from '../../store/vintage.store.ts';
import { tableImportFields, tableImportGroups, tableImportReasons, type TableImportReason } from './table-fields.ts';
import { headKey, readTableLine, type TableHead, type TableLine } from './table-lines.ts';
import { writeTableLines } from './table-write.ts';

interface Judged {
  line: TableLine;
  verdict: RowVerdict;
}

/** What the table holds of these regions already; empty for a table that is not there yet. */
async function standingOf(context: Context, head: TableHead, lines: readonly TableLine[], sourceId: string | null): Promise<{ held: Map<string, StoredLine>; positions: Map<string, number>; industries: Map<string, string> }> {
  const none = { held: new Map<string, StoredLine>(), positions: new Map<string, number>(), industries: new Map<string, string>() };
  const vintageId = head.vintage === null ? null : (await findVintages(context.db, [{ sourceId, title: head.vintage }])).get(vintageKey(sourceId, head.vintage));
  const tableId = vintageId === undefined ? null : await findTableId(context.db, head.key, head.period, vintageId);
  if (tableId === null) return none;
  const areas = await findCoded(context.db, 'area', lines.map(({ region }) => ({ system: head.areaSystem, code: region })));
  const industries = await findCoded(context.db, 'industry', [...new Set(lines.flatMap(({ cells }) => cells.map(({ industry }) => industry)))].map((code) => ({ system: head.industrySystem, code })));
  const byArea = await findLines(context.db, tableId, [...areas.values()]);
  const held = new Map([...areas].flatMap(([key, id]) => (byArea.has(id) ? [[key, byArea.get(id) as StoredLine] as const] : [])));
  return { held, positions: await columnPositions(context.db, tableId), industries };
}

async function judge(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<Judged[]> {
  const lines = rows.map(readTableLine);
  const heads = new Map(lines.map(({ head }) => [headKey(head), head]));
  const allowed = context.allows('indicator.manage', { visibility: 'open', territories: [], clusters: [], organisations: [] });
  const verdicts = new Map<TableLine, RowVerdict>();
  for (const [key, head] of heads) {
    const own = lines.filter((line) => headKey(line.head) === key);
    const standing = await standingOf(context, head, own, pass.sourceId);
    for (const line of own) verdicts.set(line, verdictOf(line, { pass, allowed, compare: () => compare(line, head, standing) }));
  }
  return lines.map((line) => ({ line, verdict: verdicts.get(line) as RowVerdict }));
}

/** Whether what the table holds of a region says the same, something else, or nothing of these cells. */
function compare(line: TableLine, head: TableHead, { held, positions, industries }: Awaited<ReturnType<typeof standingOf>>): 'new' | 'same' | 'other' {
  const stored = held.get(codedKey(head.areaSystem, line.region));
  if (!stored) return 'new';
  const at = ({ industry }: TableLine['cells'][number]) => (positions.get(industries.get(codedKey(head.industrySystem, industry)) ?? '') ?? 0) - 1;
  const told = line.cells.filter((cell) => at(cell) >= 0 && (!line.long || at(cell) < stored.marks.length && (stored.rows === null || stored.rows[at(cell)] != null)));
  if (told.some((cell) => (stored.marks[at(cell)] ?? 'm') !== cell.mark || (stored.cells[at(cell)] ?? null) !== cell.value)) return 'other';
  return told.length === line.cells.length && (line.total === null || line.total === stored.total) ? 'same' : 'new';
}

function verdictOf(line: TableLine, { pass, allowed, compare: held }: { pass: ImportPass; allowed: boolean; compare: () => 'new' | 'same' | 'other' }): RowVerdict {
  const { rowNumber, head, region, cells } = line;
  const reasons: RowReason[] = [...line.refusals];
  const refuse = (reason: TableImportReason, field: string, params: Record<string, string | number> = {}) => reasons.push({ reason, field, params });
  if (!allowed) refuse('outsideMandate', 'table');
  const names = cells.map(({ industry }) => industry);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse('industryTwice', 'industryColumn', { value: twice });
  const earlier = reasons.length > 0 ? null : pass.firstRow(`${headKey(head)}\n${region}${line.long ? `\n${names[0] ?? 'total'}` : ''}`, rowNumber);
  if (earlier !== null) refuse(line.long ? 'cellRepeated' : 'regionRepeated', 'region', { row: earlier });
  const standing = reasons.length > 0 || line.isTotal ? 'new' : held();
  if (standing === 'other') refuse('otherFigures', 'region');
  if (reasons.length > 0) return { rowNumber, state: 'rejected', group: 'rejected', reasons };
  if (line.isTotal || (cells.length === 0 && line.total !== null)) return { rowNumber, state: 'ready', group: 'total', reasons };
  if (cells.length === 0) return { rowNumber, state: 'notTarget', group: 'empty', reasons };
  return { rowNumber, state: 'ready', group: standing === 'same' ? 'known' : 'fresh', reasons };
}

const written = new Set<string>(tableImportGroups.filter((group) => group.written).map(({ key }) => key));

/** Regions by industries: a column for each industry, or a row for each cell. */
export const tableTarget: ImportTarget = {
  id: 'regionIndustry',
  label: { zh: '地区行业表', en: 'Region × industry tables' },
  permission: 'indicator.manage',
  fields: tableImportFields,
  groups: tableImportGroups,
  reasons: tableImportReasons,
  check: async (context, rows, pass) => (await judge(context, rows, pass)).map(({ verdict }) => verdict),
  async apply(context, rows, pass) {
    const lines = (await judge(context, rows, pass)).flatMap(({ line, verdict }) => (written.has(verdict.group) ? [line] : []));
    const areas = await ensureCoded(context, 'area', lines.flatMap(({ head, region, regionName, isTotal }) => (isTotal ? [] : [{ system: head.areaSystem, code: region, name: regionName }])), pass.batchId);
    const industries = new Map<string, { system: string; code: string; name: string }>();
    for (const { head, cells } of lines) for (const { industry, industryName } of cells) industries.set(codedKey(head.industrySystem, industry), { system: head.industrySystem, code: industry, name: industryName });
    const columns = await ensureCoded(context, 'industry', [...industries.values()], pass.batchId);
    const tables = await writeTableLines(context, lines, { pass, areas, columns });
    const records = lines.map((line) => ({ rowNumber: line.rowNumber, recordId: tables.get(headKey(line.head)) ?? '' }));
    return { created: lines.length, changed: 0, left: rows.length - lines.length, records };
  },
  undo: (context, batchId) => removeTableRowsOf(context.db, batchId),
};
