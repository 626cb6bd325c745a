import { useState } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { bodySlots } from '../../../words/cluster.schema.ts';
import type { ClusterOrganisation } from '../../../words/cluster.schema.ts';
import { BodyDialog } from './BodyDialog.tsx';
import { SeatDialog } from './SeatDialog.tsx';
import { SeatTable } from './SeatTable.tsx';
import type { Body, EditedBody, EditedSeat } from './edited.ts';

/** Who decides, who runs, who advises. A slot that nobody fills is said aloud. */
export function BodySlots({ relation, mayUpdate }: { relation: ClusterOrganisation; mayUpdate: boolean }) {
  const text = useText();
  const [body, setBody] = useState<EditedBody | null>(null);
  const [seat, setSeat] = useState<EditedSeat | null>(null);
  return (
    <>
      {bodySlots.map((slot) => {
        const bodies = relation.bodies.filter((each) => each.slot === slot);
        return (
          <section key={slot} className="slot" aria-label={text(`registry.bodySlot.${slot}`)}>
            <header className="row slot-head">
              <h3>{text(`registry.bodySlot.${slot}`)}</h3>
              {bodies.length === 0 ? <span className="warning small row-tight"><Icon name="warning" size={14} />{text('registry.body.empty')}</span> : null}
              {mayUpdate ? <span className="push"><Button size="small" kind="quiet" icon="plus" onClick={() => setBody({ slot, body: null })}>{text('registry.body.add')}</Button></span> : null}
            </header>
            {bodies.map((each) => (
              <BodyPart key={each.id} body={each} mayUpdate={mayUpdate} onEdit={() => setBody({ slot, body: each })} onSeat={(edited) => setSeat({ body: each, seat: edited })} />
            ))}
          </section>
        );
      })}
      <BodyDialog relation={relation} edited={body} onClose={() => setBody(null)} />
      <SeatDialog relation={relation} edited={seat} onClose={() => setSeat(null)} />
    </>
  );
}

interface BodyPartProps {
  body: Body;
  mayUpdate: boolean;
  onEdit: () => void;
  onSeat: (seat: EditedSeat['seat']) => void;
}

function BodyPart({ body, mayUpdate, onEdit, onSeat }: BodyPartProps) {
  const text = useText();
  const name = useName();
  const label = name(body.name);
  const person = (id: string | null) => {
    const found = body.seats.find((each) => each.id === id);
    return found ? (found.personName ?? (name(found.organisation?.name) || found.post)) : null;
  };
  const [current, next] = [person(body.rota.current), person(body.rota.next)];
  const rotaWords = current ? text('registry.rota.said', { current, next: next ?? text('web.figure.notStated') }) : next ? text('registry.rota.nextOnly', { next }) : text('registry.rota.nobody');
  const inRota = body.seats.some((each) => each.rotaOrder !== null);
  return (
    <div className="slot-body">
      <div className="row">
        <strong>{label}</strong>
        <span className="quiet small">{text('registry.body.seats', { count: body.seats.length })}</span>
        {mayUpdate ? (
          <span className="push row-tight">
            <Button size="small" kind="quiet" icon="plus" onClick={() => onSeat(null)}>{text('registry.seat.add')}</Button>
            <IconButton icon="edit" label={text('registry.body.edit', { name: label })} onClick={onEdit} />
          </span>
        ) : null}
      </div>
      {body.note ? <p className="small muted">{body.note}</p> : null}
      {inRota ? <p className="small">{rotaWords}</p> : null}
      {body.seats.length > 0 ? <SeatTable body={body} onEdit={mayUpdate ? onSeat : undefined} /> : <p className="small quiet">{text('registry.body.noSeats')}</p>}
    </div>
  );
}
