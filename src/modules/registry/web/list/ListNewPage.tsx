import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { createList } from '../../words/list.contract.ts';
import { listForm } from './list-form.ts';
import { listPath } from './list-words.ts';
import { ListForm } from './ListForm.tsx';

export default function ListNewPage() {
  const text = useText();
  const go = useGo();
  const { session } = useSession();
  const may = useMay('list.create');
  const create = useWrite(createList, { touches: ['figure'], onDone: (made) => go(listPath(made.id)) });
  const form = useForm({ initial: { entryKind: 'cluster' }, schema: listForm, draft: 'list.new', submit: (body) => create.mutateAsync({ body }) });
  if (session && !may) return <NoPermission thing={text('registry.list.new')} />;
  return (
    <div className="stack">
      <PageHead title={text('registry.list.new')} breadcrumb={[{ label: text('registry.list.list'), href: '/lists' }]} scope={text('registry.list.new.scope')} />
      <ListForm form={form} submit={text('registry.list.create')} cancel="/lists" />
    </div>
  );
}
