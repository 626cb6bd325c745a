import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { OrganisationMark } from '#web/kit/OrganisationMark.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { OrganisationSummary } from '../../words/organisation.schema.ts';

export const organisationPath = (id: string): string => `/organisations/${id}`;

export function useOrganisationColumns(): Column<OrganisationSummary>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const dash = <span className="quiet" title={text('registry.unknown')}>—</span>;
  const industryOf = (row: OrganisationSummary) => name(row.industry?.name) || row.industryLabel;
  const subtypeOf = (row: OrganisationSummary) => (row.subtype ? textOr(`registry.subtype.${row.subtype}`, row.subtype) : null);
  return [
    {
      key: 'name',
      label: text('registry.field.name'),
      sort: 'name',
      fixed: true,
      cell: (row) => (
        <span className="row-tight">
          <RecordLink
            kind="organisation"
            href={organisationPath(row.id)}
            name={name(row.name)}
            card={{
              state: text(`registry.organisationType.${row.type}`) + (row.sizeClass ? ` · ${text(`registry.sizeClass.${row.sizeClass}`)}` : ''),
              place: [name(row.territory?.name), industryOf(row)].filter(Boolean).join(' · '),
            }}
          />
          {row.sample ? <SampleTag /> : null}
          {row.visibility === 'internal' ? <Tag icon="lock">{text('registry.visibility.internal')}</Tag> : null}
          {row.state === 'closed' ? <Tag>{text('registry.organisationState.closed')}</Tag> : null}
        </span>
      ),
      export: (row) => name(row.name),
    },
    { key: 'type', label: text('registry.field.type'), cell: (row) => <span className="nowrap"><OrganisationMark type={row.type} /></span>, export: (row) => text(`registry.organisationType.${row.type}`) },
    { key: 'territory', label: text('registry.field.territory'), cell: (row) => (row.territory ? name(row.territory.name) : dash), export: (row) => name(row.territory?.name) },
    { key: 'industry', label: text('registry.field.industry'), cell: (row) => industryOf(row) ?? dash, export: industryOf },
    { key: 'sizeClass', label: text('registry.field.sizeClass'), cell: (row) => (row.sizeClass ? text(`registry.sizeClass.${row.sizeClass}`) : dash), export: (row) => row.sizeClass && text(`registry.sizeClass.${row.sizeClass}`), deskOnly: true },
    { key: 'ownership', label: text('registry.field.ownership'), optional: true, cell: (row) => (row.ownership ? text(`registry.ownership.${row.ownership}`) : dash), export: (row) => row.ownership && text(`registry.ownership.${row.ownership}`) },
    { key: 'subtype', label: text('registry.field.subtype'), optional: true, cell: (row) => subtypeOf(row) ?? dash, export: subtypeOf },
    { key: 'foundedYear', label: text('registry.field.foundedYear'), number: true, sort: 'foundedYear', cell: (row) => row.foundedYear ?? dash, export: (row) => row.foundedYear, deskOnly: true },
    { key: 'uscc', label: text('registry.field.uscc'), optional: true, cell: (row) => (row.uscc ? <code>{row.uscc}</code> : dash), export: (row) => row.uscc },
    { key: 'externalCode', label: text('registry.field.externalCode'), optional: true, cell: (row) => (row.externalCode ? <code>{row.externalCode}</code> : dash), export: (row) => row.externalCode },
    { key: 'pin', label: text('registry.organisation.pin'), cell: (row) => (row.longitude === null ? <span className="quiet">{text('registry.organisation.pin.none')}</span> : text('registry.organisation.pin.there')), export: (row) => (row.longitude === null ? null : `${row.longitude}, ${row.latitude}`), deskOnly: true },
    { key: 'updatedAt', label: text('registry.organisation.updated'), sort: 'updatedAt', cell: (row) => <span className="nowrap">{format.date(row.updatedAt)}</span>, export: (row) => row.updatedAt, deskOnly: true },
  ];
}
