import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { archiveRefusalOf, canEdit } from '../../words/archive.rules.ts';
import { archivePlace, restorePlace } from '../../words/place.contract.ts';
import type { Place } from '../../words/place.schema.ts';
import { useHeldRoles } from '../use-may-on.ts';
import type { useMayOn } from '../use-may-on.ts';
import { placePath } from './place-columns.tsx';

const touches = ['history', 'figure', 'map', 'territory', 'cluster'];

/** The next steps that the place's state and the reader's mandate allow. */
export function PlaceSteps({ place, may }: { place: Place; may: ReturnType<typeof useMayOn> }) {
  const text = useText();
  const name = useName();
  const roles = useHeldRoles();
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const writing = { archive: useWrite(archivePlace, { touches, onDone: close }), restore: useWrite(restorePlace, { touches, onDone: close }) };
  const verb = place.archivedAt === null ? 'archive' : 'restore';
  const mayTurn = may('place.archive') && archiveRefusalOf('place', place, verb, roles) === null;
  const write = writing[verb];
  return (
    <>
      {mayTurn ? <Button icon={verb === 'archive' ? 'archive' : 'refresh'} onClick={() => setAsked(true)}>{text(`registry.place.${verb}`)}</Button> : null}
      {canEdit(place) && may('place.update') ? <ButtonLink kind="primary" icon="edit" href={`${placePath(place.id)}/edit`}>{text('registry.place.edit')}</ButtonLink> : null}
      <Dialog
        open={asked}
        title={text(`registry.place.${verb}.title`, { name: name(place.name) })}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{text('registry.keep')}</Button>
            <Button kind={verb === 'archive' ? 'danger' : 'primary'} busy={write.isPending} onClick={() => write.mutate({ params: { placeId: place.id }, ifMatch: place.version })}>{text(`registry.place.${verb}`)}</Button>
          </>
        }
      >
        <p>{text(`registry.place.${verb}.what`)}</p>
        {write.error ? <p className="field-error" role="alert">{problemText(write.error, text)}</p> : null}
      </Dialog>
    </>
  );
}
