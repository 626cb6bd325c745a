import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { dropDraft } from '#web/kit/form/draft.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { ButtonLink } from '#web/kit/Button.tsx';
import { useGo, usePageParams } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { editRefusalOf } from '../../words/lifecycle.rules.ts';
import { getOrganisation, updateOrganisation } from '../../words/organisation.contract.ts';
import type { Organisation, OrganisationInput } from '../../words/organisation.schema.ts';
import { ConflictPanel } from './ConflictPanel.tsx';
import { organisationPath } from './organisation-columns.tsx';
import { inputOf, organisationForm, patchOf } from './organisation-form.ts';
import { OrganisationForm } from './OrganisationForm.tsx';

export default function OrganisationEditPage() {
  const text = useText();
  const { organisationId } = usePageParams('organisationId');
  const { session } = useSession();
  const may = useMay('organisation.update');
  // What the form was opened with must not change under the reader's hands.
  const query = useRoute(getOrganisation, { params: { organisationId } }, { staleTime: Infinity });
  if (session && !may) return <NoPermission thing={text('registry.organisation.edit')} />;
  return (
    <Loaded query={query} what={text('registry.organisation')} lines={10}>
      {(organisation) => <EditOne key={`${organisation.id} ${organisation.version}`} organisation={organisation} reload={() => void query.refetch()} />}
    </Loaded>
  );
}

function EditOne({ organisation, reload }: { organisation: Organisation; reload: () => void }) {
  const text = useText();
  const name = useName();
  const go = useGo();
  const path = organisationPath(organisation.id);
  const draft = `organisation.${organisation.id}.${organisation.version}`;
  const [clash, setClash] = useState<{ theirs: Organisation; mine: OrganisationInput } | null>(null);
  const update = useWrite(updateOrganisation, { touches: ['map', 'figure', 'history', 'territory'], onDone: () => go(path) });
  const opened = inputOf(organisation);
  const params = { organisationId: organisation.id };
  const save = async (mine: OrganisationInput, version: number) => {
    try {
      await update.mutateAsync({ params, body: patchOf(opened, mine), ifMatch: version });
      dropDraft(draft);
    } catch (error) {
      if (isProblem(error, 'changedMeanwhile')) setClash({ theirs: await call(getOrganisation, { params }), mine });
      throw error;
    }
  };
  const form = useForm({ initial: opened, schema: organisationForm, draft, submit: (values) => save(values, organisation.version) });
  const refusal = editRefusalOf(organisation);
  return (
    <div className="stack">
      <PageHead title={text('registry.organisation.editing', { name: name(organisation.name) })} sample={organisation.sample} breadcrumb={[{ label: text('registry.organisation.list'), href: '/organisations' }, { label: name(organisation.name), href: path }]} />
      {refusal ? (
        <EmptyState title={text(`registry.reason.${refusal}`)} action={<ButtonLink href={path}>{text('registry.back')}</ButtonLink>} />
      ) : (
        <>
          {clash ? (
            <ConflictPanel
              opened={opened}
              theirs={clash.theirs}
              mine={clash.mine}
              busy={update.isPending}
              onMine={() => void save(clash.mine, clash.theirs.version).catch(() => undefined)}
              onTheirs={() => {
                dropDraft(draft);
                reload();
              }}
            />
          ) : null}
          <OrganisationForm form={form} organisation={organisation} problem={update.error} submit={text('registry.organisation.save')} cancel={path} />
        </>
      )}
    </div>
  );
}
