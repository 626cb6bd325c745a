import type { ReactNode } from 'react';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Place } from '../../words/place.schema.ts';
import { PinCard } from './PinCard.tsx';

export function PlaceOverview({ place }: { place: Place }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unknown = <span className="quiet">{text('registry.unknown')}</span>;
  const facts: [string, ReactNode][] = [
    [text('registry.column.kind'), text(`registry.placeKind.${place.kind}`)],
    [text('registry.field.subtype'), place.subtype ? textOr(`registry.placeSubtype.${place.subtype}`, place.subtype) : null],
    [text('registry.column.level'), place.level ? textOr(`registry.level.${place.level}`, place.level) : null],
    [text('registry.field.territory'), place.territoryPath.length > 0 ? place.territoryPath.map((each, at) => <span key={each.id}>{at > 0 ? ' / ' : ''}<PageLink href={`/territories/${each.id}`}>{name(each.name)}</PageLink></span>) : null],
    [text('registry.place.started'), place.startedYear],
    [text('registry.place.area'), place.areaKm2 === null ? null : `${format.decimal(place.areaKm2)} km²`],
    [text('registry.place.functions'), place.functions.length > 0 ? place.functions.map((each) => text(`registry.placeFunction.${each}`)).join(text('web.listComma')) : null],
    ...(place.formats ? [[text('registry.place.formats'), place.formats] as [string, ReactNode]] : []),
    ...(place.initiative ? [[text('registry.place.initiative'), text(`registry.initiative.${place.initiative}`)] as [string, ReactNode]] : []),
    ...(place.graduatedOn ? [[text('registry.place.graduatedOn'), format.date(place.graduatedOn)] as [string, ReactNode]] : []),
  ];
  return (
    <>
      <Card title={text('registry.place.facts')}>
        <dl className="facts facts-pairs">
          {facts.map(([label, value]) => (
            <div key={label} className="facts-pair">
              <dt>{label}</dt>
              <dd>{value ?? unknown}</dd>
            </div>
          ))}
        </dl>
        {place.description ? <p style={{ marginTop: 12, whiteSpace: 'pre-line' }}>{place.description}</p> : null}
      </Card>
      <PinCard place={place} />
    </>
  );
}
