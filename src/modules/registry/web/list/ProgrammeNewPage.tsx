import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { createProgramme } from '../../words/list.contract.ts';
import { programmeInputSchema } from '../../words/list.schema.ts';
import { programmePath } from './list-words.ts';
import { ProgrammeForm } from './ProgrammeForm.tsx';

export default function ProgrammeNewPage() {
  const text = useText();
  const go = useGo();
  const { session } = useSession();
  const may = useMay('programme.create');
  const create = useWrite(createProgramme, { onDone: (made) => go(programmePath(made.id)) });
  const form = useForm({ initial: {}, schema: programmeInputSchema, draft: 'programme.new', submit: (body) => create.mutateAsync({ body }) });
  if (session && !may) return <NoPermission thing={text('registry.programme.new')} />;
  return (
    <div className="stack">
      <PageHead title={text('registry.programme.new')} breadcrumb={[{ label: text('registry.programme.list'), href: '/programmes' }]} />
      <ProgrammeForm form={form} submit={text('registry.programme.create')} cancel="/programmes" />
    </div>
  );
}
