import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Indicator } from '../../words/indicator.schema.ts';
import type { GrowthStatement } from '../../words/reading.schema.ts';
import type { SeriesStep } from '../../words/series.rules.ts';
import { readFigure, rounded } from '../picture/read-figure.ts';
import { useUnitWord } from '../use-unit-word.ts';
import { GrowthCell } from './GrowthCell.tsx';
import { useBreakWords } from './line-points.ts';
import { figureOf } from './observation-figure.ts';
import type { PeriodRow, vintagesOf } from './series-rows.ts';

export interface SeriesTableProps {
  indicator: Indicator;
  label: string;
  steps: readonly SeriesStep[];
  growth: readonly GrowthStatement[];
  /** Everything that is held, by period. */
  rows: readonly PeriodRow[];
  vintages: ReturnType<typeof vintagesOf>;
  unit: string | null;
  asOf: string | undefined;
  onOpen: (row: PeriodRow) => void;
  more: { busy: boolean; load: () => void } | null;
}

/** The twin of the line: value, our own division, growth as published, what stands beside, every release. */
export function SeriesTable({ indicator, label, steps, growth, rows, vintages, unit, asOf, onOpen, more }: SeriesTableProps) {
  const text = useText();
  const format = useFormat();
  const unitWord = useUnitWord();
  const breakWords = useBreakWords();
  const bilingual = { zh: indicator.name.zh ?? indicator.name.en ?? '', en: indicator.name.en ?? indicator.name.zh ?? '' };
  const one = new Set(steps.map(({ value }) => value.unit ?? '')).size <= 1;
  const heldOf = (step: SeriesStep) => rows.find(({ period }) => period === step.value.period);
  const shown = ({ value }: SeriesStep) => ({ ...readFigure(value, { indicatorId: indicator.id, label: bilingual, asOf }), value: value.value === null ? null : value.observationId ? value.value : rounded(value.value, indicator.decimals) });
  const percent = (value: string) => format.decimal(rounded(value, 1));
  const columns: Column<SeriesStep>[] = [
    { key: 'period', label: text('indicator.field.period'), fixed: true, cell: (step) => <span className="row-tight"><span className="nowrap">{format.period(step.value.period)}</span>{step.broken ? <Tag tone="warning" icon="conflict" title={breakWords(step) ?? ''}>{text('indicator.break')}</Tag> : null}</span> },
    {
      key: 'shown', label: text('indicator.shown'), ...(one ? { unit: unitWord(unit) } : {}), number: true,
      cell: (step) => <span className="row-tight">{step.value.derived?.reason && !step.value.observationId ? <span className="quiet small">{text(`indicator.derived.${step.value.derived.reason}`)}</span> : null}<Figure figure={shown(step)} hideUnit={one} /></span>,
    },
    ...(steps.some((step) => step.value.observationId !== null && step.value.derived !== null) ? [{ key: 'formula', label: text('indicator.computed'), number: true, cell: (step: SeriesStep) => (step.value.derived?.value ? format.decimal(rounded(step.value.derived.value, indicator.decimals)) : <span className="quiet">—</span>) }] : []),
    ...(steps.some((step) => step.spliced !== null) ? [{ key: 'spliced', label: text('indicator.splice.column'), number: true, cell: (step: SeriesStep) => (step.spliced === null ? <span className="quiet">—</span> : format.decimal(rounded(step.spliced, indicator.decimals))) }] : []),
    { key: 'change', label: text('indicator.growth.own'), unit: '%', number: true, cell: (step) => (step.change !== null ? percent(step.change) : <span className="quiet small">{step.noChange === 'nothingBefore' || step.noChange === null ? '—' : text(`indicator.growth.none.${step.noChange}`)}</span>) },
    ...(growth.length > 0 ? [{ key: 'growth', label: text('indicator.growth.published'), cell: (step: SeriesStep) => <GrowthCell statements={growth.filter(({ period }) => period === step.value.period)} /> }] : []),
    ...(!steps.some((step) => (heldOf(step)?.all.length ?? 0) > 1) ? [] : [{
      key: 'beside', label: text('indicator.beside'), cell: (step: SeriesStep) => {
        const row = heldOf(step);
        if (!row || row.all.length < 2) return null;
        const disputed = row.all.some((each) => each.disputed);
        return <span className="row-tight">{disputed ? <Tag tone="warning" icon="conflict">{text('indicator.disputed')}</Tag> : null}<Button size="small" onClick={() => onOpen(row)}>{text('indicator.beside.open', { count: row.all.length })}</Button></span>;
      },
    }]),
    ...(vintages.length > 1 ? vintages.map((vintage): Column<SeriesStep> => ({
      key: `vintage ${vintage.id}`, label: vintage.title ?? text('indicator.vintage.none'), number: true, deskOnly: true,
      cell: (step) => { const found = heldOf(step)?.all.find((each) => (each.vintage?.id ?? '') === vintage.id); return found ? <Figure figure={figureOf(found, bilingual)} hideUnit={one} /> : <span className="quiet">—</span>; },
    })) : []),
    { key: 'source', label: text('indicator.field.source'), deskOnly: true, cell: ({ value }) => (value.observationId ? (value.sourceTitle ?? <span className="quiet">—</span>) : <Tag title={indicator.formula ?? ''}>{text('indicator.computed')}</Tag>) },
  ];
  return (
    <Card title={text('indicator.series.table')} caption={growth.length > 0 ? text('indicator.growth.caption') : null} flush>
      <DataTable caption={label} columns={columns} rows={steps.toReversed()} rowKey={(step) => step.value.id} density="compact" />
      {more ? <p style={{ padding: '8px 16px' }}><Button size="small" busy={more.busy} onClick={more.load}>{text('indicator.series.more')}</Button></p> : null}
    </Card>
  );
}
