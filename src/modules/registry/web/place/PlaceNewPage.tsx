import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { one } from '#web/router/search.ts';
import { useGo, useSearch } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { createPlace } from '../../words/place.contract.ts';
import { placeInputSchema, placeKinds } from '../../words/place.schema.ts';
import { placePath } from './place-columns.tsx';
import { PlaceForm } from './PlaceForm.tsx';

export default function PlaceNewPage() {
  const text = useText();
  const go = useGo();
  const search = useSearch();
  const { session } = useSession();
  const may = useMay('place.create');
  const kind = placeKinds.find((each) => each === one(search['kind'])) ?? 'park';
  const territoryId = one(search['territoryId']);
  const named = one(search['name']);
  const create = useWrite(createPlace, { touches: ['map', 'figure', 'territory', 'cluster'], onDone: (made) => go(placePath(made.id)) });
  const form = useForm({ initial: { kind, visibility: 'open', datum: 'wgs84', clusterIds: [], ...(territoryId ? { territoryId } : {}), ...(named ? { name: { zh: named } } : {}) }, schema: placeInputSchema, draft: 'place.new', submit: (body) => create.mutateAsync({ body }) });
  if (session && !may) return <NoPermission thing={text('registry.place.new')} />;
  return (
    <div className="stack">
      <PageHead title={text('registry.place.new')} breadcrumb={[{ label: text('registry.place.list'), href: '/places' }]} scope={text('registry.place.new.scope')} />
      <PlaceForm form={form} submit={text('registry.place.create')} cancel="/places" />
    </div>
  );
}
