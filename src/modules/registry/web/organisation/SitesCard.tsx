import { useMemo } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { ChinaMap } from '#web/map/ChinaMap.tsx';
import type { MapPoint } from '#web/map/map-data.ts';
import type { Organisation, Site } from '../../words/organisation.schema.ts';
import { useJoin } from '../use-join.ts';
import { mapLevelOf } from './map-level.ts';
import { useActorGroups } from './OrganisationPicture.tsx';

const tones = { inside: 'positive', near: 'warning', outside: 'critical', noPolygon: 'quiet', noPin: 'quiet' } as const;
const icons = { inside: 'check', near: 'warning', outside: 'cross', noPolygon: 'question', noPin: 'minus' } as const;

/** Places of the organisation; every pin says in words whether it fits the territory it claims. */
export function SitesCard({ organisation }: { organisation: Organisation }) {
  const text = useText();
  const name = useName();
  const groups = useActorGroups();
  const join = useJoin();
  const { sites } = organisation;
  const kindOf = (site: Site) => text(`registry.siteKind.${site.kind}`);
  const points = useMemo<MapPoint[]>(
    () =>
      sites.flatMap((site) =>
        site.drawnLongitude === null || site.drawnLatitude === null ? [] : [{ id: site.id, name: site.name ?? text(`registry.siteKind.${site.kind}`), longitude: site.drawnLongitude, latitude: site.drawnLatitude, group: organisation.type }],
      ),
    [sites, organisation.type, text],
  );
  const used = useMemo(() => groups.filter((group) => group.key === organisation.type), [groups, organisation.type]);
  const { level, province } = mapLevelOf(sites.find((site) => site.drawnLongitude !== null)?.territoryId ?? organisation.territory?.id);
  const columns: Column<Site>[] = [
    { key: 'kind', label: text('registry.field.siteKind'), cell: kindOf },
    ...(sites.some((site) => site.name) ? [{ key: 'name', label: text('registry.field.siteName'), cell: (site: Site) => site.name ?? '—' }] : []),
    { key: 'address', label: text('registry.field.address'), cell: (site) => site.address ?? <span className="quiet">{text('registry.unknown')}</span> },
    { key: 'territory', label: text('registry.field.territory'), cell: (site) => (site.territory ? name(site.territory.name) : <span className="quiet">{text('registry.unknown')}</span>) },
    ...(sites.some((site) => site.place) ? [{ key: 'place', label: text('registry.field.place'), cell: (site: Site) => (site.place ? <RecordLink kind="park" href={`/places/${site.place.id}`} name={name(site.place.name)} /> : '—') }] : []),
    { key: 'pin', label: text('registry.organisation.pinCheck'), cell: (site) => <PinVerdict site={site} /> },
    {
      key: 'coordinates',
      label: text('registry.organisation.coordinates'),
      deskOnly: true,
      cell: (site) => (site.longitude === null ? '—' : <span className="small nowrap">{site.longitude}, {site.latitude} <span className="quiet">{text(`registry.datum.${site.datum}`)}</span></span>),
    },
  ];
  return (
    <>
      <Card title={text('registry.field.sites')} note={sites.length > 0 ? text('registry.organisation.sites.count', { count: sites.length }) : null} flush>
        {sites.length > 0 ? <DataTable caption={text('registry.field.sites')} columns={columns} rows={sites} rowKey={(site) => site.id} density="compact" /> : <p className="quiet" style={{ padding: '12px 16px' }}>{text('registry.organisation.sites.empty')}</p>}
      </Card>
      {points.length > 0 ? (
        <ChinaMap
          title={text('registry.organisation.sites.map')}
          level={level}
          {...(province ? { province } : {})}
          values={[]}
          points={points}
          groups={used}
          summary={join([text('registry.organisation.sites.drawn', { count: points.length }), sites.length > points.length ? text('registry.organisation.sites.left', { count: sites.length - points.length }) : ''])}
          low
          source={text('registry.organisation.map.source')}
        />
      ) : null}
    </>
  );
}

function PinVerdict({ site }: { site: Site }) {
  const text = useText();
  return (
    <span className={`row-tight ${tones[site.pinVerdict]}`}>
      <Icon name={icons[site.pinVerdict]} size={14} />{text(`registry.pinVerdict.${site.pinVerdict}`)}
      {site.pinDistance !== null && site.pinDistance > 0 ? <span className="small quiet"> {site.pinDistance < 10_000 ? text('registry.organisation.pinDistance', { count: Math.round(site.pinDistance) }) : text('registry.organisation.pinDistanceKm', { count: Math.round(site.pinDistance / 1000) })}</span> : null}
    </span>
  );
}
