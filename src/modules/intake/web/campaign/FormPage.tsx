import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useBilingual, useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { getForm, publishForm, retireForm, reviseForm } from '../../words/form.contract.ts';
import type { Form, FormField } from '../../words/form.schema.ts';
import { editionTone, useUnit } from './report-words.ts';
import './campaign.css';

export default function FormPage() {
  const text = useText();
  const { formId } = usePageParams('formId');
  const query = useRoute(getForm, { params: { formId }, query: {} });
  return <Loaded query={query} what={text('intake.form')} lines={8}>{(form) => <OneForm form={form} />}</Loaded>;
}

function OneForm({ form }: { form: Form }) {
  const text = useText();
  const name = useName();
  const { content } = form;
  const header = [content.formNumber, content.issuer, content.approvalNumber, content.validUntil ? text('intake.receipt.validUntil', { day: content.validUntil }) : null].filter(Boolean).join(' · ');
  return (
    <RecordPage
      kind="form" title={name(form.name)} sample={form.sample} breadcrumb={[{ label: text('intake.campaigns'), href: '/campaigns' }, { label: text('intake.forms'), href: '/forms' }]}
      tags={<><Tag tone={editionTone[form.state]}>{text(`intake.form.state.${form.state}`)}</Tag><span className="quiet">{text('intake.form.editionNumber', { edition: String(form.edition) })}</span></>}
      scope={[text(`intake.form.legalBasis.${content.legalBasis}`), text(`intake.respondent.${content.respondent}`), text(`intake.periodicity.${content.periodicity}`), header].filter(Boolean).join(' · ')}
      primary={<FormSteps form={form} />}
      notice={<Problems form={form} />}
      tabs={[{ key: 'fields', label: text('intake.form.fields'), count: content.fields.length, content: () => <Content form={form} /> }]}
    />
  );
}

function FormSteps({ form }: { form: Form }) {
  const text = useText();
  const may = useMay('form.update');
  const options = { touches: ['campaign'] };
  const publish = useWrite(publishForm, options);
  const retire = useWrite(retireForm, options);
  const revise = useWrite(reviseForm, options);
  const problem = publish.error ?? retire.error ?? revise.error;
  const params = { formId: form.id };
  if (!may) return null;
  return (
    <>
      {problem ? <span className="critical small" role="alert">{problemText(problem, text)}</span> : null}
      {form.state === 'draft' ? (
        <>
          <ButtonLink icon="edit" href={`/forms/${form.id}/edit`}>{text('intake.form.edit')}</ButtonLink>
          <Button kind="primary" busy={publish.isPending} missing={form.problems.length > 0 ? text('intake.form.firstPutRight', { count: form.problems.length }) : undefined} onClick={() => publish.mutate({ params, ifMatch: form.version })}>{text('intake.form.publish')}</Button>
        </>
      ) : (
        <>
          {form.state === 'published' ? <Button busy={retire.isPending} onClick={() => retire.mutate({ params, ifMatch: form.version })}>{text('intake.form.retire')}</Button> : null}
          <Button busy={revise.isPending} onClick={() => revise.mutate({ params })}>{text('intake.form.revise')}</Button>
          {form.publishedEdition ? <ButtonLink kind="primary" href={`/campaigns/new?form=${form.id}`}>{text('intake.form.ask')}</ButtonLink> : null}
        </>
      )}
    </>
  );
}

function Problems({ form }: { form: Form }) {
  const text = useText();
  const both = useBilingual();
  if (form.problems.length === 0) return null;
  return <div className="report-note report-note-warning"><strong>{text('intake.form.firstPutRight', { count: form.problems.length })}</strong><ul>{form.problems.map((problem) => <li key={`${problem.reason} ${problem.field}`}>{both(problem.words)}</li>)}</ul></div>;
}

function Content({ form }: { form: Form }) {
  const text = useText();
  const name = useName();
  const both = useBilingual();
  const unit = useUnit();
  const { content } = form;
  const limits = (field: FormField): string => [field.min === null ? '' : `≥ ${field.min}`, field.max === null ? '' : `≤ ${field.max}`, field.changeLimit === null ? '' : `± ${field.changeLimit}%`].filter(Boolean).join(' · ');
  const columns: Column<FormField>[] = [
    { key: 'label', label: text('intake.column.field'), fixed: true, cell: (row) => <>{name(row.label)}{row.required ? <span className="quiet"> {text('intake.form.required')}</span> : null}</> },
    { key: 'section', label: text('intake.form.section'), deskOnly: true, cell: (row) => name(content.sections.find(({ key }) => key === row.section)?.label) || '—' },
    { key: 'type', label: text('intake.form.type'), cell: (row) => text(`intake.fieldType.${row.type}`) },
    { key: 'unit', label: text('intake.column.unit'), cell: (row) => unit(row) || '—' },
    { key: 'limits', label: text('intake.form.limits'), cell: (row) => limits(row) || '—' },
    { key: 'source', label: text('intake.form.source'), deskOnly: true, cell: (row) => (row.source.kind === 'indicator' ? text('intake.form.fromIndicator', { key: row.source.indicatorKey }) : row.source.kind === 'record' ? text('intake.form.fromRecord') : '—') },
  ];
  return (
    <>
      <Card title={text('intake.form.fields')} flush><DataTable caption={text('intake.form.fields')} columns={columns} rows={content.fields} rowKey={(row) => row.key} /></Card>
      {content.rules.length > 0 ? <Card title={text('intake.form.rules')}><dl className="facts">{content.rules.flatMap((rule) => [<dt key={rule.key}><code>{rule.expression}</code></dt>, <dd key={`${rule.key} words`}>{both(rule.sentence)}</dd>])}</dl></Card> : null}
    </>
  );
}
