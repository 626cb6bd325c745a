import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo, usePageParams } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { getList, updateList } from '../../words/list.contract.ts';
import type { ListSummary } from '../../words/list.schema.ts';
import { ChangedMeanwhile } from '../record/ChangedMeanwhile.tsx';
import { inputOf, listForm } from './list-form.ts';
import { listPath } from './list-words.ts';
import { ListForm } from './ListForm.tsx';

export default function ListEditPage() {
  const text = useText();
  const { listId } = usePageParams('listId');
  const { session } = useSession();
  const may = useMay('list.update');
  const query = useRoute(getList, { params: { listId } }, { staleTime: Infinity });
  if (session && !may) return <NoPermission thing={text('registry.list.edit')} />;
  return <Loaded query={query} what={text('registry.recordKind.list')} lines={10}>{(list) => <EditOne key={`${list.id} ${list.version}`} list={list} reload={() => void query.refetch()} />}</Loaded>;
}

function EditOne({ list, reload }: { list: ListSummary; reload: () => void }) {
  const text = useText();
  const name = useName();
  const go = useGo();
  const path = listPath(list.id);
  const update = useWrite(updateList, { touches: ['history', 'cluster', 'organisation'], onDone: () => go(path) });
  const form = useForm({ initial: inputOf(list), schema: listForm, draft: `list.${list.id}.${list.version}`, submit: (body) => update.mutateAsync({ params: { listId: list.id }, body, ifMatch: list.version }) });
  return (
    <div className="stack">
      <PageHead title={text('registry.list.editing', { name: name(list.name) })} sample={list.sample} breadcrumb={[{ label: text('registry.list.list'), href: '/lists' }, { label: name(list.name), href: path }]} />
      <ChangedMeanwhile problem={update.error} form={form} reload={reload} />
      <ListForm form={form} list={list} submit={text('registry.organisation.save')} cancel={path} />
    </div>
  );
}
