import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo, usePageParams } from '#web/router/use-search.ts';
import { canEdit } from '../../words/archive.rules.ts';
import { getPlace, updatePlace } from '../../words/place.contract.ts';
import { placeInputSchema } from '../../words/place.schema.ts';
import type { Place } from '../../words/place.schema.ts';
import { ChangedMeanwhile } from '../record/ChangedMeanwhile.tsx';
import { useMayOn } from '../use-may-on.ts';
import { placePath } from './place-columns.tsx';
import { placeFacts } from './place-facts.ts';
import { inputOf, patchOf } from './place-form.ts';
import { PlaceForm } from './PlaceForm.tsx';

export default function PlaceEditPage() {
  const text = useText();
  const { placeId } = usePageParams('placeId');
  // What the form was opened with must not change under the reader's hands.
  const query = useRoute(getPlace, { params: { placeId } }, { staleTime: Infinity });
  return (
    <Loaded query={query} what={text('registry.place')} lines={10}>
      {(place) => <EditOne key={`${place.id} ${place.version}`} place={place} reload={() => void query.refetch()} />}
    </Loaded>
  );
}

function EditOne({ place, reload }: { place: Place; reload: () => void }) {
  const text = useText();
  const name = useName();
  const go = useGo();
  const may = useMayOn(placeFacts(place));
  const path = placePath(place.id);
  const opened = inputOf(place);
  const update = useWrite(updatePlace, { touches: ['figure', 'map', 'history', 'territory', 'cluster'], onDone: () => go(path) });
  const form = useForm({
    initial: opened,
    schema: placeInputSchema,
    draft: `place.${place.id}.${place.version}`,
    submit: (mine) => update.mutateAsync({ params: { placeId: place.id }, body: patchOf(opened, mine), ifMatch: place.version }),
  });
  if (!may('place.update')) return <NoPermission thing={text('registry.place.edit')} />;
  return (
    <div className="stack">
      <PageHead title={text('registry.place.editing', { name: name(place.name) })} sample={place.sample} breadcrumb={[{ label: text('registry.place.list'), href: '/places' }, { label: name(place.name), href: path }]} />
      {canEdit(place) ? (
        <>
          <ChangedMeanwhile problem={update.error} form={form} reload={reload} />
          <PlaceForm form={form} place={place} submit={text('registry.organisation.save')} cancel={path} />
        </>
      ) : (
        <EmptyState title={text('registry.reason.alreadyArchived')} action={<ButtonLink href={path}>{text('registry.back')}</ButtonLink>} />
      )}
    </div>
  );
}
