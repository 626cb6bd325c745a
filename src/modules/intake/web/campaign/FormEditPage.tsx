import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo, usePageParams } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { createForm, getForm, updateForm } from '../../words/form.contract.ts';
import { editionInputSchema, formChangeSchema, formInputSchema, type Form } from '../../words/form.schema.ts';
import { FormEditor } from './FormEditor.tsx';
import './campaign.css';

export default function FormEditPage() {
  const text = useText();
  const { formId } = usePageParams('formId');
  const { session } = useSession();
  const may = useMay('form.create');
  const query = useRoute(getForm, { params: { formId }, query: {} }, { enabled: Boolean(formId), staleTime: Infinity });
  if (session && !may) return <NoPermission thing={text('intake.form.edit')} />;
  return formId ? <Loaded query={query} what={text('intake.form')} lines={10}>{(form) => <EditOne key={`${form.id} ${form.version}`} form={form} />}</Loaded> : <NewOne />;
}

function NewOne() {
  const text = useText();
  const go = useGo();
  const create = useWrite(createForm, { onDone: (made) => go(`/forms/${made.id}`) });
  const form = useForm({ initial: { legalBasis: 'administrativeFiling', respondent: 'organisation', periodicity: 'month', fields: [{ key: 'field1', label: {}, type: 'number' }], sections: [], rules: [] }, schema: formInputSchema, draft: 'form.new', submit: (body) => create.mutateAsync({ body }) });
  return (
    <div className="stack">
      <PageHead title={text('intake.form.new')} breadcrumb={[{ label: text('intake.forms'), href: '/forms' }]} scope={text('intake.form.new.scope')} />
      <FormEditor form={form} isNew submit={text('intake.form.create')} cancel="/forms" />
    </div>
  );
}

function EditOne({ form: edited }: { form: Form }) {
  const text = useText();
  const go = useGo();
  const update = useWrite(updateForm, { onDone: () => go(`/forms/${edited.id}`) });
  const form = useForm({ initial: { ...editionInputSchema.strip().parse(edited.content), name: edited.name }, schema: formChangeSchema, draft: `form.${edited.id}.${edited.version}`, submit: (body) => update.mutateAsync({ params: { formId: edited.id }, body, ifMatch: edited.version }) });
  return (
    <div className="stack">
      <PageHead title={text('intake.form.edit')} breadcrumb={[{ label: text('intake.forms'), href: '/forms' }]} />
      <FormEditor form={form} submit={text('intake.save')} cancel={`/forms/${edited.id}`} />
    </div>
  );
}
