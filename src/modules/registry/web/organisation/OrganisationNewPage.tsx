import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { createOrganisation } from '../../words/organisation.contract.ts';
import { organisationPath } from './organisation-columns.tsx';
import { organisationForm } from './organisation-form.ts';
import { OrganisationForm } from './OrganisationForm.tsx';

export default function OrganisationNewPage() {
  const text = useText();
  const go = useGo();
  const { session } = useSession();
  const may = useMay('organisation.create');
  const create = useWrite(createOrganisation, { touches: ['map', 'figure', 'territory'], onDone: (made) => go(organisationPath(made.id)) });
  const form = useForm({ initial: { type: 'enterprise', visibility: 'open', sites: [] }, schema: organisationForm, draft: 'organisation.new', submit: (body) => create.mutateAsync({ body }) });
  if (session && !may) return <NoPermission thing={text('registry.organisation.new')} />;
  return (
    <div className="stack">
      <PageHead title={text('registry.organisation.new')} breadcrumb={[{ label: text('registry.organisation.list'), href: '/organisations' }]} scope={text('registry.organisation.new.scope')} />
      <OrganisationForm form={form} problem={create.error} submit={text('registry.organisation.create')} cancel="/organisations" fresh />
    </div>
  );
}
