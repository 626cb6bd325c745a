import { periodTextOf } from '#kernel/quantity/read-period.ts';
import type { ImportRow, RowReason } from '#platform/module/module.ts';
import { figureRefusals, readFigure, type Figure } from '../../words/figure-cell.rules.ts';
import { bases, type Basis } from '../../words/indicator.schema.ts';
import type { ObservedKind } from '../../words/observation.schema.ts';
import { chosenIn, unitIn } from './choice-cell.ts';
import { readGrowth, type GrowthClaim } from './growth-claims.ts';
import { observationImportFields, type ObservationImportReason } from './observation-fields.ts';

/** What a row says, indicator and subject still in the file's words. */
export interface Claims {
  rowNumber: number;
  indicator: string;
  topic: string | null;
  subject: { kind: ObservedKind; system: string | null; code: string; name: string };
  unit: string | null;
  basis: Basis | null;
  vintage: string | null;
  scopeNote: string | null;
  /** A cell with its period; one that says nothing is left out. */
  figures: { period: string; cell: string; figure: Figure }[];
  /** As the source states it, beside the value. */
  growth: GrowthClaim | null;
  refusals: RowReason[];
}

const fieldOf = (key: string) => observationImportFields.find((field) => field.key === key) ?? {};
export const subjectKey = ({ kind, system, code, name }: Claims['subject']): string => `${kind}\n${system ?? ''}\n${code}\n${code === '' ? name : ''}`;

/** Reads a row; bare numbers are in the row's unit, or in none until the indicator tells. */
export function readClaims(row: ImportRow): Claims {
  const { rowNumber, values } = row;
  const refusals: RowReason[] = [];
  const cell = (key: string) => (values[key] ?? '').trim();
  const refuse = (reason: ObservationImportReason, field: string, params: Record<string, string | number> = {}): null => {
    refusals.push({ reason, field, params });
    return null;
  };
  const quoted = (text: string) => text.slice(0, 60);
  const indicator = cell('indicator').slice(0, 200);
  if (indicator === '') refuse('indicatorMissing', 'indicator');
  const system = [cell('areaSystem'), cell('areaEdition')].filter(Boolean).join(' ').slice(0, 80) || null;
  const kindSaid = cell('subjectKind');
  const kind = (kindSaid === '' ? null : (chosenIn(fieldOf('subjectKind'), kindSaid) ?? refuse('kindUnknown', 'subjectKind', { value: quoted(kindSaid) }))) as ObservedKind | null;
  const subject = { kind: kind ?? (system === null ? 'territory' : 'area'), system, code: cell('subjectCode').slice(0, 80), name: cell('subject').slice(0, 200) } as const;
  if (subject.code === '' && subject.name === '') refuse('subjectMissing', 'subject');
  if (subject.kind === 'area' && system === null) refuse('areaSystemMissing', 'areaSystem');
  const unit = cell('unit') === '' ? null : (unitIn(cell('unit')) ?? refuse('unitUnknown', 'unit', { value: quoted(cell('unit')) }));
  const basisSaid = cell('basis');
  const basis = basisSaid === '' ? null : ((chosenIn(fieldOf('basis'), basisSaid) as Basis | null) ?? refuse('basisUnknown', 'basis', { value: quoted(basisSaid) }));
  if (basis === null && basisSaid === '' && subject.kind === 'organisation') refuse('basisMissing', 'basis');

  const figures: Claims['figures'] = [];
  let growth: GrowthClaim | null = null;
  const take = (written: string, period: string | null, field: string) => {
    const read = readFigure(written, unit);
    if (!read.ok) refuse('figureUnreadable', field, { value: quoted(written), ...figureRefusals[read.reason] });
    else if (read.figure && period !== null) figures.push({ period, cell: written, figure: read.figure });
  };
  if (row.repeated) for (const { header, cell: written } of row.repeated) take(written, periodTextOf(header) ?? refuse('periodUnreadable', 'periodColumn', { value: quoted(header) }), 'periodColumn');
  else {
    const said = cell('period');
    const period = said === '' ? refuse('periodMissing', 'period') : (periodTextOf(said, { serials: true }) ?? refuse('periodUnreadable', 'period', { value: quoted(said) }));
    take(cell('value'), period, 'value');
    growth = readGrowth(cell, period, refuse);
  }
  return { rowNumber, indicator, topic: cell('topic').slice(0, 100) || null, subject, unit, basis: basis && bases.includes(basis) ? basis : null, vintage: cell('vintage').slice(0, 200) || null, scopeNote: cell('scopeNote').slice(0, 500) || null, figures, growth, refusals };
}
