import { fold } from '#kernel/text/fold.ts';
import { periodTextOf } from '#kernel/quantity/read-period.ts';
import type { ImportRow, RowReason } from '#platform/module/module.ts';
import { figureRefusals, readFigure, saysTotal } from '../../words/figure-cell.rules.ts';
import { bases, type Basis } from '../../words/indicator.schema.ts';
import { chosenIn, unitIn } from './choice-cell.ts';
import { basisField } from './indicator-fields.ts';
import type { TableImportReason } from './table-fields.ts';

/** What makes rows of a file one table. */
export interface TableHead {
  key: string;
  name: string;
  measure: string | null;
  unit: string | null;
  period: string;
  areaSystem: string;
  industrySystem: string;
  vintage: string | null;
  basis: Basis;
}
export interface TableCell {
  industry: string;
  industryName: string;
  /** A value, or one letter that says why there is none. */
  value: string | null;
  mark: 'v' | 'm' | 'n' | 's';
}
export interface TableLine {
  rowNumber: number;
  head: TableHead;
  region: string;
  regionName: string;
  cells: TableCell[];
  total: string | null;
  /** The row adds up the others: its cells are totals of the columns. */
  isTotal: boolean;
  /** One cell a row, or the whole region. */
  long: boolean;
  refusals: RowReason[];
}

const letters = { notStated: 'm', notApplicable: 'n', suppressed: 's' } as const;
export const headKey = ({ key, period, vintage }: TableHead): string => `${key}\n${period}\n${vintage ?? ''}`;

export function readTableLine(row: ImportRow): TableLine {
  const { rowNumber, values } = row;
  const refusals: RowReason[] = [];
  const cell = (key: string) => (values[key] ?? '').trim();
  const refuse = (reason: TableImportReason, field: string, params: Record<string, string | number> = {}): null => {
    refusals.push({ reason, field, params });
    return null;
  };
  const unit = cell('unit') === '' ? null : (unitIn(cell('unit')) ?? refuse('unitUnknown', 'unit', { value: cell('unit').slice(0, 60) }));
  const figure = (written: string, field: string): Pick<TableCell, 'value' | 'mark'> => {
    const read = readFigure(written, unit);
    const value = written.slice(0, 60);
    if (!read.ok) refuse('figureUnreadable', field, { value, ...figureRefusals[read.reason] });
    else if (read.figure?.missing) return { value: null, mark: letters[read.figure.missing] };
    else if (read.figure && (read.figure.operator !== '=' || read.figure.unit !== unit)) refuse('boundNotCell', field, { value });
    else if (read.figure) return { value: read.figure.value, mark: 'v' };
    return { value: null, mark: 'm' };
  };
  const region = cell('region').slice(0, 200);
  if (region === '') refuse('regionMissing', 'region');
  const long = row.repeated === undefined;
  const industry = cell('industry').slice(0, 200);
  if (long && industry === '') refuse('industryMissing', 'industry');
  const cells = long
    ? [{ industry, industryName: cell('industryName'), ...figure(cell('value'), 'value') }]
    : (row.repeated ?? []).map(({ header, cell: written }) => ({ industry: header.trim().slice(0, 200), industryName: '', ...figure(written, 'industryColumn') }));
  const period = periodTextOf(cell('period'), { serials: true }) ?? refuse('periodUnreadable', 'period', { value: cell('period').slice(0, 60) });
  const basis = (chosenIn(basisField, cell('basis')) as Basis | null) ?? null;
  const head: TableHead = {
    key: fold(cell('table')).slice(0, 200), name: cell('table').slice(0, 200), measure: cell('measure').slice(0, 200) || null, unit, period: period ?? '',
    areaSystem: cell('areaSystem').slice(0, 80), industrySystem: cell('industrySystem').slice(0, 80), vintage: cell('vintage').slice(0, 200) || null, basis: basis && bases.includes(basis) ? basis : 'public',
  };
  const totalIndustry = long && saysTotal(industry);
  return {
    rowNumber, head, region, regionName: cell('regionName').slice(0, 200), long, refusals, isTotal: saysTotal(region),
    cells: totalIndustry ? [] : cells, total: totalIndustry ? (cells[0]?.value ?? null) : cell('total') === '' ? null : figure(cell('total'), 'total').value,
  };
}
