import { useBilingual, useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { VerdictPips } from '#web/kit/VerdictList.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { StageDimension } from '../../words/stage.rules.ts';
import type { MeasureEvidence, StageEvidence } from '../../words/stage.schema.ts';
import { ClauseTable } from './ClauseTable.tsx';
import { GrowthChart } from './GrowthChart.tsx';
import { useMeasureWords } from './use-measure-words.ts';

/** One dimension: its series and counts, and what each stage asks of it. */
export function DimensionCard({ dimension, evidence, clusterId }: { dimension: StageDimension; evidence: StageEvidence; clusterId: string }) {
  const text = useText();
  const measures = evidence.measures.filter((measure) => measure.dimension === dimension);
  const clauses = evidence.stages.flatMap((each) => each.clauses.filter((clause) => clause.dimension === dimension).map((clause) => ({ ...clause, before: text(`observatory.stage.name.${each.stage}`) })));
  if (measures.length + clauses.length === 0) return null;
  return (
    <Card title={text(`observatory.stage.dimension.${dimension}`)} note={<VerdictPips verdicts={clauses.map(({ outcome }) => outcome)} />}>
      <div className="stack">
        {measures.map((measure) => <Measure key={measure.key} measure={measure} clusterId={clusterId} />)}
        <details className="clause-fold">
          <summary>{text('observatory.stage.clauses', { count: clauses.length })}</summary>
          <ClauseTable clauses={clauses} measures={evidence.measures} />
        </details>
      </div>
    </Card>
  );
}

function Measure({ measure, clusterId }: { measure: MeasureEvidence; clusterId: string }) {
  const text = useText();
  const name = useName();
  const bilingual = useBilingual();
  const format = useFormat();
  const words = useMeasureWords();
  const title = bilingual(measure.title);
  const notes = measure.notes.map((note) => text(`observatory.stage.note.${note}`)).join(text('web.listComma'));
  const head = measure.indicator ? <PageLink href={`/indicators/${measure.indicator.id}?tab=series&subject=cluster:${clusterId}`}>{title}</PageLink> : title;
  return (
    <section className="measure" aria-label={title}>
      <p className="row row-wrap">
        <strong className="grow">{head}</strong>
        {measure.sample ? <SampleTag /> : null}
        {measure.withheld ? <span className="quiet">{text('observatory.stage.withheld')}</span> : measure.value === null ? <span className="quiet">{text('observatory.stage.unknown')}</span> : <span className="number"><strong>{words.figure(measure.value, measure.unit)}</strong> <span className="quiet small">{measure.period ? format.period(measure.period) : ''}</span></span>}
      </p>
      {measure.series.length > 1 ? <GrowthChart measure={measure} label={title} /> : null}
      {measure.hint ? <p className="small">{words.reading(measure)}</p> : null}
      <p className="small quiet">{[measure.registry ? text('observatory.stage.fromRegister') : measure.sources.join(text('web.listComma')), measure.indicator && name(measure.indicator.name) !== title ? name(measure.indicator.name) : '', notes].filter(Boolean).join(' · ')}</p>
      {measure.series.length > 1 ? (
        <details className="clause-fold">
          <summary>{text('observatory.stage.asTable')}</summary>
          <table className="small series-table"><tbody>{measure.series.map(({ period, value }) => <tr key={period}><th scope="row">{format.period(period)}</th><td className="number">{words.figure(value, measure.unit)}</td></tr>)}</tbody></table>
        </details>
      ) : null}
    </section>
  );
}
