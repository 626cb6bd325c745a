import { useState } from 'react';
import { LineChart } from '#web/chart/LineChart.tsx';
import { Sparkline } from '#web/chart/Sparkline.tsx';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Indicator } from '../../words/indicator.schema.ts';
import { getIndicatorSeries } from '../../words/reading.contract.ts';
import type { SubjectSeriesData } from '../../words/reading.schema.ts';
import { breaksOf, formOf, periodForms, stepsOf, type SeriesStep } from '../../words/series.rules.ts';
import { SectionBar } from '../picture/SectionBar.tsx';
import { rounded, told } from '../picture/read-figure.ts';
import { useSection } from '../picture/use-section.ts';
import { useUnitWord } from '../use-unit-word.ts';
import { linePoints, useBreakWords } from '../values/line-points.ts';

const views = ['picture', 'table'] as const;
const scales = ['same', 'own'] as const;

/** The same line for one subject after another, on one scale unless the reader asks for its own. */
export function MultiplesTab({ indicator }: { indicator: Indicator }) {
  const text = useText();
  const section = useSection(indicator.id);
  const { group, asOf } = section;
  const series = useRoute(getIndicatorSeries, { params: { indicatorId: indicator.id }, query: { ...(group ? { subjectKind: group.subjectKind } : {}), ...(group?.system ? { system: group.system } : {}), ...(asOf ? { asOf } : {}) } }, { enabled: group !== null, keepPrevious: true });
  const problem = section.query.error ?? series.error;
  if (problem) return <ErrorState what={text('indicator.tab.multiples')} problem={problem} retry={() => void (section.query.error ? section.query.refetch() : series.refetch())} />;
  if (!section.query.data || (group && !series.data)) return <LoadingSkeleton lines={10} />;
  if (!group || !series.data) return <section className="card"><EmptyState title={text('indicator.series.empty')}>{text('indicator.series.empty.hint')}</EmptyState></section>;
  return (
    <div className="stack">
      <SectionBar section={section} withPeriod={false} />
      <Multiples indicator={indicator} items={series.data.items} subjects={series.data.subjects} stepsFor={(item, values) => stepsOf(values, breaksOf(series.data.breaks, item.subjectKind, item.subject.id))} />
    </div>
  );
}

interface MultiplesProps {
  indicator: Indicator;
  items: readonly SubjectSeriesData[];
  subjects: number;
  stepsFor: (item: SubjectSeriesData, values: SubjectSeriesData['values']) => SeriesStep[];
}

function Multiples({ indicator, items, subjects, stepsFor }: MultiplesProps) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unitWord = useUnitWord();
  const breakWords = useBreakWords();
  const [view, setView] = useState<(typeof views)[number]>('picture');
  const [scale, setScale] = useState<(typeof scales)[number]>('same');
  const [form, setForm] = useState<(typeof periodForms)[number] | null>(null);
  const forms = periodForms.filter((each) => items.some(({ values }) => values.some(({ period }) => formOf(period) === each)));
  const chosen = form && forms.includes(form) ? form : (forms[0] ?? 'year');
  const unit = indicator.unit ?? items.flatMap(({ values }) => values).find((value) => value.unit !== null)?.unit ?? null;
  const all = items.flatMap((item) => {
    const steps = stepsFor(item, item.values.filter(({ period }) => formOf(period) === chosen));
    return steps.length === 0 ? [] : [{ item, steps, points: linePoints(steps, { unit, format, text, breakWords }) }];
  });
  type Row = (typeof all)[number];
  // Every picture covers the same periods, so that the eye may compare along them.
  const periods = [...new Map(all.flatMap(({ steps }) => steps.map(({ value }) => [value.period, value.periodEnd] as const)))].toSorted(([, a], [, b]) => a.localeCompare(b)).map(([period]) => period);
  const aligned = ({ points }: Row) => periods.map((period) => points.find((point) => point.period === period) ?? { period, value: null });
  const numbers = all.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const range: [number, number] = [Math.min(0, ...numbers), Math.max(...numbers, Math.min(0, ...numbers) + 1e-9)];
  const label = ({ item }: Row) => name(item.subject.name) || item.subjectCode || item.subject.id;
  const last = ({ steps }: Row) => steps.findLast(({ value }) => value.value !== null);
  const columns: Column<Row>[] = [
    { key: 'subject', label: text('indicator.subject'), fixed: true, cell: (row) => <PageLink href={`?tab=series&subject=${row.item.id}`}>{label(row)}</PageLink> },
    { key: 'trend', label: text('indicator.tab.series'), cell: (row) => <Sparkline label={label(row)} values={aligned(row).map(({ value }) => value)} /> },
    { key: 'latest', label: text('indicator.column.latest'), number: true, cell: (row) => { const value = last(row)?.value; return value?.value ? told(format, value.value, unit) : '—'; } },
    { key: 'period', label: text('indicator.field.period'), cell: (row) => { const value = last(row)?.value; return value ? <span className="nowrap">{format.period(value.period)}</span> : '—'; } },
    { key: 'change', label: text('indicator.growth.own'), unit: '%', number: true, cell: (row) => { const change = last(row)?.change; return change ? format.decimal(rounded(change, 1)) : '—'; } },
  ];
  return (
    <Card
      title={text('indicator.tab.multiples')}
      note={unitWord(unit)}
      actions={
        <>
          {forms.length > 1 ? <Segmented label={text('indicator.form.period')} value={chosen} onChange={setForm} options={forms.map((value) => ({ value, label: text(`indicator.periodForm.${value}`) }))} /> : null}
          <Segmented label={text('indicator.scale')} value={scale} onChange={setScale} options={scales.map((value) => ({ value, label: text(`indicator.scale.${value}`) }))} />
          <Segmented label={text('indicator.tab.multiples')} value={view} onChange={setView} options={views.map((value) => ({ value, label: text(`indicator.as.${value}`) }))} />
        </>
      }
      caption={text('indicator.multiples.said', { shown: all.length, all: subjects })}
      flush={view === 'table'}
    >
      {view === 'table' ? (
        <DataTable caption={text('indicator.tab.multiples')} columns={columns} rows={all} rowKey={(row) => row.item.id} density="compact" />
      ) : (
        <ul className="indicator-multiples">
          {all.map((row) => (
            <li key={row.item.id}>
              <PageLink href={`?tab=series&subject=${row.item.id}`}>{label(row)}</PageLink>
              {row.points.some(({ value }) => value !== null) ? <LineChart label={label(row)} unit={unitWord(unit)} points={aligned(row)} height={120} {...(scale === 'same' ? { range } : {})} /> : <p className="quiet small">{text('indicator.series.noFigure')}</p>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
