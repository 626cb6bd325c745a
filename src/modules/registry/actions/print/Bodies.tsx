import type { ClusterOrganisation } from '../../words/cluster.schema.ts';
import { Facts, Table } from './Sections.tsx';
import type { Wording } from './wording.ts';

/** One cluster organisation with its bodies and who sits in them; an empty slot is said. */
export function Bodies({ organisation, say }: { organisation: ClusterOrganisation; say: Wording }) {
  const { text } = say;
  const period = [say.day(organisation.since), say.day(organisation.until)].some(Boolean) ? `${say.day(organisation.since) ?? '…'} – ${say.day(organisation.until) ?? '…'}` : null;
  return (
    <section>
      <h3>{say.name(organisation.organisation.name)} <span className="tag">{text(`registry.field.clusterOrganisation.${organisation.role}`)}</span></h3>
      <Facts
        say={say}
        facts={[
          { label: text('registry.field.legalForm'), value: say.word('legalForm', organisation.legalForm) },
          { label: text('registry.field.form'), value: say.word('organisationForm', organisation.form) },
          { label: text('registry.field.leadKind'), value: say.word('leadKind', organisation.leadKind) },
          ...(organisation.function ? [{ label: text('registry.field.function'), value: organisation.function }] : []),
          ...(period ? [{ label: text('registry.print.inOffice'), value: period }] : []),
        ]}
      />
      {organisation.bodies.map((body) => (
        <div key={body.id}>
          <Table
            caption={`${say.name(body.name)} · ${text(`registry.bodySlot.${body.slot}`)}`}
            head={[text('registry.print.seat'), text('registry.print.post'), text('registry.print.organisation'), text('registry.field.since')]}
            empty={`${say.name(body.name)}: ${text('registry.print.noSeats')}`}
            rows={body.seats.map((seat) => ({ key: seat.id, cells: [seat.personName ?? '—', seat.post ?? '—', say.name(seat.organisation?.name), say.day(seat.since) ?? '—'] }))}
          />
        </div>
      ))}
      {organisation.emptySlots.length > 0 ? <p className="quiet">{text('registry.print.emptySlots', { slots: organisation.emptySlots.map((slot) => text(`registry.bodySlot.${slot}`)).join(text('web.listComma')) })}</p> : null}
    </section>
  );
}
