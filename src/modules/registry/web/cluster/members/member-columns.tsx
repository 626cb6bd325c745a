import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { OrganisationMark } from '#web/kit/OrganisationMark.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Cluster, Membership } from '../../../words/cluster.schema.ts';
import { organisationPath } from '../../organisation/organisation-columns.tsx';

export function useMemberColumns(cluster: Cluster, onEdit: ((member: Membership) => void) | undefined): Column<Membership>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unstated = <span className="quiet">{text('web.figure.notStated')}</span>;
  return [
    {
      key: 'name',
      label: text('registry.field.name'),
      sort: 'name',
      fixed: true,
      cell: (row) => (
        <span className="row-tight">
          <RecordLink kind="organisation" href={organisationPath(row.organisation.id)} name={name(row.organisation.name)} card={{ state: text(`registry.organisationType.${row.organisation.type}`), place: name(row.territory?.name) }} />
          {row.organisation.sample ? <SampleTag /> : null}
          {row.organisation.id === cluster.mainOrganisation?.id ? <Tag tone="brand">{text('registry.cluster.main')}</Tag> : null}
        </span>
      ),
      export: (row) => name(row.organisation.name),
    },
    { key: 'type', label: text('registry.field.type'), cell: (row) => <OrganisationMark type={row.organisation.type} />, export: (row) => text(`registry.organisationType.${row.organisation.type}`) },
    { key: 'class', label: text('registry.field.membershipClass'), cell: (row) => text(`registry.membershipClass.${row.membershipClass}`), export: (row) => text(`registry.membershipClass.${row.membershipClass}`) },
    { key: 'specialty', label: text('registry.field.specialty'), optional: true, cell: (row) => row.specialty ?? unstated, export: (row) => row.specialty },
    { key: 'territory', label: text('registry.field.territory'), cell: (row) => (row.territory ? name(row.territory.name) : <span className="quiet">{text('registry.unknown')}</span>), export: (row) => name(row.territory?.name) },
    { key: 'since', label: text('registry.field.since'), sort: 'since', cell: (row) => (row.since ? <span className="nowrap">{format.date(row.since)}</span> : unstated), export: (row) => row.since },
    { key: 'until', label: text('registry.field.until'), cell: (row) => (row.until ? <span className="nowrap">{format.date(row.until)}</span> : <span className="quiet">—</span>), export: (row) => row.until },
    { key: 'pin', label: text('registry.organisation.pin'), optional: true, cell: (row) => (row.longitude === null ? <span className="quiet">{text('registry.organisation.pin.no')}</span> : text('registry.organisation.pin.yes')), export: (row) => (row.longitude === null ? null : `${row.longitude}, ${row.latitude}`) },
    ...(onEdit ? [{ key: 'edit', label: '', width: 48, fixed: true, cell: (row: Membership) => <IconButton icon="edit" label={text('registry.member.edit', { name: name(row.organisation.name) })} onClick={() => onEdit(row)} /> }] : []),
  ];
}
