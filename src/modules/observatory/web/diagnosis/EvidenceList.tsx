import { Sparkline } from '#web/chart/Sparkline.tsx';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Evidence } from '../../words/diagnosis.schema.ts';
import { useMeasureWords } from '../stage/use-measure-words.ts';

/** Figures as they stood when the entry was written, with source and what they are held against. */
export function EvidenceList({ evidence, clusterId }: { evidence: readonly Evidence[]; clusterId: string }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { figure } = useMeasureWords();
  if (evidence.length === 0) return <p className="small quiet">{text('observatory.diagnosis.noEvidence')}</p>;
  return (
    <ul className="evidence">
      {evidence.map((one) => {
        const title = name(one.name);
        const gap = one.benchmark && one.value !== null ? Number(one.value) - Number(one.benchmark.value) : null;
        return (
          <li key={one.indicatorId}>
            <span className="row row-wrap">
              <PageLink href={`/indicators/${one.indicatorId}?tab=series&subject=cluster:${clusterId}`}>{title}</PageLink>
              <strong>{one.withheld ? text('observatory.stage.withheld') : one.value === null ? text('observatory.stage.unknown') : figure(one.value, one.unit)}</strong>
              {one.period ? <span className="quiet small">{format.period(one.period)}</span> : null}
              {one.sample ? <SampleTag /> : null}
              {one.series.length > 2 ? <Sparkline label={`${title}: ${one.series.map(({ period, value }) => `${period} ${value ?? '—'}`).join('; ')}`} values={one.series.map(({ value }) => (value === null ? null : Number(value)))} /> : null}
            </span>
            <span className="small quiet">
              {[one.source, one.benchmark ? text('observatory.diagnosis.against', { value: figure(one.benchmark.value, one.unit), source: one.benchmark.source }) : null, gap === null ? null : text('observatory.diagnosis.gap', { value: `${gap > 0 ? '+' : gap < 0 ? '−' : ''}${figure(String(Math.abs(gap)), one.unit)}` })].filter(Boolean).join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
