import { useMemo } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { ChinaMap } from '#web/map/ChinaMap.tsx';
import type { MapPoint, PointGroup } from '#web/map/map-data.ts';
import type { Place } from '../../words/place.schema.ts';
import { mapLevelOf } from '../organisation/map-level.ts';

const tones = { inside: 'positive', near: 'warning', outside: 'critical', noPolygon: 'quiet', noPin: 'quiet' } as const;
const icons = { inside: 'check', near: 'warning', outside: 'cross', noPolygon: 'question', noPin: 'minus' } as const;

/** Where it lies, and whether its pin fits the territory it claims; a pin that does not is never drawn. */
export function PinCard({ place }: { place: Place }) {
  const text = useText();
  const name = useName();
  const { longitude, latitude, kind } = place;
  const title = name(place.name);
  const { level, province } = mapLevelOf(place.territory?.id);
  const points = useMemo<MapPoint[]>(() => (longitude === null || latitude === null ? [] : [{ id: place.id, name: title, longitude, latitude, group: kind }]), [longitude, latitude, kind, place.id, title]);
  const groups = useMemo<PointGroup[]>(() => [{ key: kind, label: text(`registry.placeKind.${kind}`), colour: 'var(--cat-4)', shape: 'circle' }], [kind, text]);
  const verdict = (
    <span className={`row-tight ${tones[place.pinVerdict]}`}>
      <Icon name={icons[place.pinVerdict]} size={14} /> {text(`registry.pinVerdict.${place.pinVerdict}`)}
      {place.pinDistance !== null && place.pinDistance > 0 ? <span className="small quiet"> {text('registry.organisation.pinDistance', { count: Math.round(place.pinDistance) })}</span> : null}
    </span>
  );
  return (
    <>
      <Card title={text('registry.place.where')}>
        <dl className="facts">
          <dt>{text('registry.field.address')}</dt>
          <dd>{place.address ?? <span className="quiet">{text('registry.unknown')}</span>}</dd>
          <dt>{text('registry.organisation.pinCheck')}</dt>
          <dd>{verdict}</dd>
          {place.enteredLongitude === null ? null : (
            <>
              <dt>{text('registry.organisation.coordinates')}</dt>
              <dd>{place.enteredLongitude}, {place.enteredLatitude} <span className="small quiet">{text(`registry.datum.${place.datum}`)}</span></dd>
            </>
          )}
        </dl>
      </Card>
      {points.length > 0 ? (
        <ChinaMap title={text('registry.place.map')} level={level} {...(province ? { province } : {})} values={[]} points={points} groups={groups} summary={text('registry.place.map.said', { territory: name(place.territory?.name) || text('registry.unknown') })} source={text('registry.organisation.map.source')} />
      ) : null}
    </>
  );
}
