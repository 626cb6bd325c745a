import { listSubjectValues } from '#modules/indicator/words/observation.contract.ts';
import { shownName } from '#platform/i18n/name.schema.ts';
import { call } from '#web/api/client.ts';
import { useWrite } from '#web/api/use-route.ts';
import { contentLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { SelectField, TextField } from '#web/kit/form/fields.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { writeDiagnosis } from '../../words/stage.contract.ts';
import { diagnosisInputSchema, groupOf, isSheet, judgements, type DiagnosisEntry, type DiagnosisHeading } from '../../words/diagnosis.schema.ts';
import { FormDialog } from '../FormDialog.tsx';

/** What is measured of the cluster, by name. */
const findMeasured = (clusterId: string) => async (words: string, signal: AbortSignal) => {
  const { items } = await call(listSubjectValues, { query: { subjectKind: 'cluster', subjectId: clusterId, limit: 200 }, signal });
  const shown = items.map((each) => ({ value: each.id, label: shownName(each.name, contentLanguage()).text, detail: each.key }));
  return shown.filter(({ label, detail }) => `${label} ${detail}`.toLowerCase().includes(words.trim().toLowerCase()));
};

interface Row {
  indicatorId?: string;
  benchmark: { value: string; source: string } | null;
}

/** Writes a new version under a heading, beginning with the words and figures of the last. */
export function EntryDialog({ clusterId, heading, last, onClose }: { clusterId: string; heading: DiagnosisHeading; last: DiagnosisEntry | null; onClose: () => void }) {
  const text = useText();
  const write = useWrite(writeDiagnosis, { touches: ['history'], onDone: onClose });
  const rows: Row[] = last?.evidence.map(({ indicatorId, benchmark }) => ({ indicatorId, benchmark })) ?? [];
  const form = useForm({ initial: { after: last?.number ?? 0, judgement: last?.judgement ?? null, text: last?.text ?? {}, evidence: rows as never[] }, schema: diagnosisInputSchema, submit: (body) => write.mutateAsync({ params: { clusterId, heading }, body }) });
  const kind = groupOf(heading) === 'weakness' ? 'weakness' : 'other';
  const evidence = (form.get('evidence') as Row[] | undefined) ?? [];
  const known = (id: string | undefined) => {
    const held = last?.evidence.find(({ indicatorId }) => indicatorId === id);
    return held ? { value: held.indicatorId, label: shownName(held.name, contentLanguage()).text } : null;
  };
  return (
    <FormDialog form={form} title={text(`observatory.diagnosis.heading.${heading}`)} submit={text('observatory.diagnosis.write.do')} onClose={onClose} width={680}>
      {isSheet(heading) ? null : <SelectField form={form} path="judgement" label={text('observatory.diagnosis.judgement')} options={judgements.map((value) => ({ value, label: text(`observatory.diagnosis.judgement.${kind}.${value}`) }))} />}
      <TextField form={form} path="text.zh" lines={4} label={text('observatory.diagnosis.text.zh')} />
      <TextField form={form} path="text.en" lines={4} label={text('observatory.diagnosis.text.en')} optional />
      {evidence.map((row, at) => (
        <fieldset key={at} className="clause-fields">
          <legend className="visually-hidden">{text('observatory.diagnosis.evidence')}</legend>
          <ComboboxField form={form} path={`evidence.${at}.indicatorId`} label={text('observatory.diagnosis.indicator')} find={findMeasured(clusterId)} known={known(row.indicatorId)} />
          <TextField form={form} path={`evidence.${at}.benchmark.value`} label={text('observatory.diagnosis.benchmark')} inputMode="decimal" optional />
          <TextField form={form} path={`evidence.${at}.benchmark.source`} label={text('observatory.diagnosis.benchmark.source')} optional />
          <IconButton icon="trash" label={text('observatory.diagnosis.evidence.remove')} onClick={() => form.set('evidence', evidence.filter((_, index) => index !== at))} />
        </fieldset>
      ))}
      <span><Button icon="plus" size="small" onClick={() => form.set('evidence', [...evidence, { benchmark: null }])}>{text('observatory.diagnosis.evidence.add')}</Button></span>
    </FormDialog>
  );
}
