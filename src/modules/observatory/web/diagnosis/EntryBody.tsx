import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Tone } from '#web/kit/Tag.tsx';
import { groupOf, type DiagnosisEntry } from '../../words/diagnosis.schema.ts';
import { EvidenceList } from './EvidenceList.tsx';

const tones: Readonly<Record<NonNullable<DiagnosisEntry['judgement']>, Tone>> = { strong: 'positive', fair: 'warning', poor: 'critical', unclear: 'neutral' };

export function JudgementTag({ entry }: { entry: Pick<DiagnosisEntry, 'heading' | 'judgement'> }) {
  const text = useText();
  if (entry.judgement === null) return null;
  const kind = groupOf(entry.heading) === 'weakness' ? 'weakness' : 'other';
  return <Tag tone={tones[entry.judgement]}>{text(`observatory.diagnosis.judgement.${kind}.${entry.judgement}`)}</Tag>;
}

/** One version under a heading: words, figures, who wrote it. */
export function EntryBody({ entry, clusterId }: { entry: DiagnosisEntry; clusterId: string }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  return (
    <div className="entry-body">
      <p className="entry-text">{name(entry.text)}</p>
      <EvidenceList evidence={entry.evidence} clusterId={clusterId} />
      <p className="small quiet row row-wrap">{text('observatory.diagnosis.written', { number: String(entry.number), name: entry.writtenByName, date: format.date(entry.writtenAt) })}{entry.sample ? <SampleTag /> : null}</p>
    </div>
  );
}
