import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo, usePageParams } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { getProgramme, updateProgramme } from '../../words/list.contract.ts';
import { programmeInputSchema } from '../../words/list.schema.ts';
import type { Programme } from '../../words/list.schema.ts';
import { ChangedMeanwhile } from '../record/ChangedMeanwhile.tsx';
import { programmePath } from './list-words.ts';
import { ProgrammeForm } from './ProgrammeForm.tsx';

export default function ProgrammeEditPage() {
  const text = useText();
  const { programmeId } = usePageParams('programmeId');
  const { session } = useSession();
  const may = useMay('programme.update');
  const query = useRoute(getProgramme, { params: { programmeId } }, { staleTime: Infinity });
  if (session && !may) return <NoPermission thing={text('registry.programme.edit')} />;
  return <Loaded query={query} what={text('registry.recordKind.programme')} lines={8}>{(programme) => <EditOne key={`${programme.id} ${programme.version}`} programme={programme} reload={() => void query.refetch()} />}</Loaded>;
}

function EditOne({ programme, reload }: { programme: Programme; reload: () => void }) {
  const text = useText();
  const name = useName();
  const go = useGo();
  const path = programmePath(programme.id);
  const { name: names, country, region, startedYear, endedYear, leadDepartment, description } = programme;
  const update = useWrite(updateProgramme, { touches: ['history'], onDone: () => go(path) });
  const form = useForm({
    initial: { name: names, country, region, startedYear, endedYear, leadDepartment, description },
    schema: programmeInputSchema,
    draft: `programme.${programme.id}.${programme.version}`,
    submit: (body) => update.mutateAsync({ params: { programmeId: programme.id }, body, ifMatch: programme.version }),
  });
  return (
    <div className="stack">
      <PageHead title={text('registry.programme.editing', { name: name(names) })} sample={programme.sample} breadcrumb={[{ label: text('registry.programme.list'), href: '/programmes' }, { label: name(names), href: path }]} />
      <ChangedMeanwhile problem={update.error} form={form} reload={reload} />
      <ProgrammeForm form={form} submit={text('registry.organisation.save')} cancel={path} />
    </div>
  );
}
