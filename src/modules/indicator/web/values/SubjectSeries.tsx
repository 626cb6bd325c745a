import { useState } from 'react';
import { LineChart } from '#web/chart/LineChart.tsx';
import { useList, useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { recordPath } from '#web/kit/event/record-path.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { one } from '#web/router/search.ts';
import { useSearch } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import type { Indicator } from '../../words/indicator.schema.ts';
import { listObservations } from '../../words/observation.contract.ts';
import type { ObservedKind } from '../../words/observation.schema.ts';
import { getIndicatorSeries } from '../../words/reading.contract.ts';
import { breaksOf, formOf, periodForms, stepsOf } from '../../words/series.rules.ts';
import { useUnitWord } from '../use-unit-word.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { GrowthDialog } from './GrowthDialog.tsx';
import { MonthsCard } from './MonthsCard.tsx';
import { SeriesTable } from './SeriesTable.tsx';
import { linePoints, useBreakWords } from './line-points.ts';
import { periodsOf, vintagesOf, type PeriodRow } from './series-rows.ts';

/** One subject in one form of period at a time: a line never joins a month and a year to date. */
export function SubjectSeries({ indicator, subjectKind, subjectId }: { indicator: Indicator; subjectKind: ObservedKind; subjectId: string }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unitWord = useUnitWord();
  const breakWords = useBreakWords();
  const mayAdd = useMay('observation.write') && indicator.state !== 'retired';
  const asOf = one(useSearch()['asOf']) || undefined;
  const [opened, setOpened] = useState<PeriodRow | null>(null);
  const [adding, setAdding] = useState(false);
  const [form, setForm] = useState<(typeof periodForms)[number] | null>(null);
  const held = useList(listObservations, { params: { indicatorId: indicator.id }, query: { subjectKind, subjectId, limit: 200 } });
  const series = useRoute(getIndicatorSeries, { params: { indicatorId: indicator.id }, query: { subjects: `${subjectKind}:${subjectId}`, ...(asOf ? { asOf } : {}) } });
  if (series.error) return <ErrorState what={text('indicator.tab.series')} problem={series.error} retry={() => void series.refetch()} />;
  if (!series.data || held.loading) return <LoadingSkeleton lines={10} />;
  const [data] = series.data.items;
  if (!data) return <section className="card"><EmptyState title={text('indicator.series.empty')}>{text('indicator.series.empty.hint')}</EmptyState></section>;
  const forms = periodForms.filter((each) => data.values.some(({ period }) => formOf(period) === each));
  const chosen = form && forms.includes(form) ? form : (forms[0] ?? 'year');
  const values = data.values.filter(({ period }) => formOf(period) === chosen);
  const steps = stepsOf(values, breaksOf(series.data.breaks, subjectKind, subjectId));
  const unit = values.find((value) => value.unit !== null)?.unit ?? indicator.unit;
  const title = name(data.subject.name) || data.subjectCode || '';
  const label = `${name(indicator.name)}, ${title}`;
  const path = recordPath(subjectKind, subjectId);
  const points = linePoints(steps, { unit, format, text, breakWords });
  const known = points.filter((point) => point.value !== null).length;
  const spliced = steps.some((step) => step.spliced !== null);
  return (
    <div className="stack">
      <Card
        title={path ? <PageLink href={path}>{title}</PageLink> : title}
        note={text(`indicator.subjectKind.${subjectKind}`)}
        actions={<>{forms.length > 1 ? <Segmented label={text('indicator.form.period')} value={chosen} onChange={setForm} options={forms.map((value) => ({ value, label: text(`indicator.periodForm.${value}`) }))} /> : null}{mayAdd ? <Button size="small" icon="plus" onClick={() => setAdding(true)}>{text('indicator.growth.add')}</Button> : null}</>}
        caption={[text('indicator.series.caption', { known, periods: values.length }), spliced ? text('indicator.splice.caption') : null, asOf ? text('indicator.section.asOf.said', { date: format.date(asOf) }) : null].filter(Boolean).join(' ')}
      >
        {known > 0 ? <LineChart label={label} unit={unitWord(unit)} points={points} height={200} /> : <p className="quiet">{text('indicator.series.noFigure')}</p>}
      </Card>
      <SeriesTable indicator={indicator} label={label} steps={steps} growth={data.growth} rows={periodsOf(held.items)} vintages={vintagesOf(held.items)} unit={unit} asOf={asOf} onOpen={setOpened} more={held.hasMore ? { busy: held.loadingMore, load: held.loadMore } : null} />
      {chosen === 'yearToDate' && addsUp(indicator) ? <MonthsCard label={label} steps={steps} unit={unit} decimals={indicator.decimals} /> : null}
      <ConflictDialog row={opened} indicator={indicator} onClose={() => setOpened(null)} />
      <GrowthDialog open={adding} indicator={indicator} subjectKind={subjectKind} subjectId={subjectId} periods={values.map(({ period }) => period).toReversed()} onClose={() => setAdding(false)} />
    </div>
  );
}

/** Only what adds up over months can be taken apart again: no share, no index, no ratio. */
const addsUp = ({ timing, computed, kind }: Indicator): boolean => timing === 'flow' || (timing === null && !computed && kind !== 'share' && kind !== 'index');
