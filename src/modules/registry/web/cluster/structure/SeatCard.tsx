import { BarList } from '#web/chart/BarList.tsx';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import type { ClusterStructure } from '../../../words/structure.schema.ts';

/** Who sits in the bodies by sector and country, what kind of posts run them, and which slots stand empty. */
export function SeatCard({ structure }: { structure: ClusterStructure }) {
  const text = useText();
  const name = useName();
  const { seats, posts } = structure;
  const comma = text('web.listComma');
  const unstated = text('web.figure.notStated');
  const answers = (key: 'fullTime' | 'hiredFromMarket') => text('registry.structure.answers', { label: text(`registry.seat.${key}`), ...posts[key] });
  return (
    <Card title={text('registry.structure.seats')} note={String(seats.total)}>
      {structure.emptySlots.map((each) => (
        <p key={each.organisation.id} className="warning small row-tight"><Icon name="warning" size={14} />{text('registry.structure.emptySlots', { name: name(each.organisation.name), slots: each.slots.map((slot) => text(`registry.bodySlot.${slot}`)).join(comma) })}</p>
      ))}
      {seats.total === 0 ? (
        <p className="quiet">{text('registry.structure.seats.none')}</p>
      ) : (
        <>
          <h3 className="small muted" style={{ marginTop: 12 }}>{text('registry.structure.bySector')}</h3>
          <BarList label={text('registry.structure.bySector')} bars={seats.bySector.map(({ sector, count }) => ({ key: sector ?? 'unknown', label: sector ? text(`registry.sector.${sector}`) : unstated, value: count }))} />
          {seats.missingSectors.length > 0 ? <p className="warning small row-tight"><Icon name="warning" size={14} />{text('registry.structure.missingSectors', { sectors: seats.missingSectors.map((sector) => text(`registry.sector.${sector}`)).join(comma) })}</p> : null}
          <h3 className="small muted" style={{ marginTop: 12 }}>{text('registry.structure.byCountry')}</h3>
          <BarList label={text('registry.structure.byCountry')} bars={seats.byCountry.map(({ country, count }) => ({ key: country ?? 'unknown', label: country ?? unstated, value: count }))} />
        </>
      )}
      {posts.total > 0 ? (
        <>
          <h3 className="small muted" style={{ marginTop: 12 }}>{text('registry.structure.posts', { count: posts.total })}</h3>
          <p className="small">{answers('fullTime')}</p>
          <p className="small">{answers('hiredFromMarket')}</p>
          <p className="small">{text('registry.structure.certified', { count: posts.certified })}</p>
        </>
      ) : null}
    </Card>
  );
}
