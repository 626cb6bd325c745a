import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { PlaceSummary } from '../../words/place.schema.ts';

export const placePath = (id: string): string => `/places/${id}`;

export function usePlaceColumns(): Column<PlaceSummary>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const dash = <span className="quiet" title={text('registry.unknown')}>—</span>;
  const kindOf = (row: PlaceSummary) => (row.subtype ? textOr(`registry.placeSubtype.${row.subtype}`, row.subtype) : text(`registry.placeKind.${row.kind}`));
  const levelOf = (row: PlaceSummary) => (row.level ? textOr(`registry.level.${row.level}`, row.level) : null);
  return [
    {
      key: 'name',
      label: text('registry.field.name'),
      sort: 'name',
      fixed: true,
      cell: (row) => (
        <span className="row-tight">
          <RecordLink kind={row.kind} marked href={placePath(row.id)} name={name(row.name)} card={{ state: [text(`registry.placeKind.${row.kind}`), levelOf(row)].filter(Boolean).join(' · '), place: name(row.territory?.name) }} />
          {row.sample ? <SampleTag /> : null}
          {row.visibility === 'internal' ? <Tag icon="lock">{text('registry.visibility.internal')}</Tag> : null}
        </span>
      ),
      export: (row) => name(row.name),
    },
    { key: 'kind', label: text('registry.column.kind'), cell: kindOf, export: kindOf },
    { key: 'level', label: text('registry.column.level'), cell: (row) => levelOf(row) ?? dash, export: levelOf },
    { key: 'territory', label: text('registry.field.territory'), cell: (row) => (row.territory ? name(row.territory.name) : dash), export: (row) => name(row.territory?.name) },
    { key: 'operator', label: text('registry.place.operator'), cell: (row) => (row.operator ? <RecordLink kind="organisation" href={`/organisations/${row.operator.id}`} name={name(row.operator.name)} /> : dash), export: (row) => name(row.operator?.name) },
    { key: 'startedYear', label: text('registry.place.started'), number: true, cell: (row) => row.startedYear ?? dash, export: (row) => row.startedYear },
    { key: 'pin', label: text('registry.organisation.pin'), optional: true, cell: (row) => (row.longitude === null ? <span className="quiet">{text('registry.organisation.pin.no')}</span> : text('registry.organisation.pin.yes')), export: (row) => (row.longitude === null ? null : `${row.longitude}, ${row.latitude}`) },
    { key: 'updatedAt', label: text('registry.organisation.updated'), optional: true, sort: 'updatedAt', cell: (row) => <span className="nowrap">{format.date(row.updatedAt)}</span>, export: (row) => row.updatedAt },
  ];
}
