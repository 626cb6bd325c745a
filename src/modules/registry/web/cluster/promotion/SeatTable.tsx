import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { textOr } from '#web/i18n/use-text.ts';
import { organisationPath } from '../../organisation/organisation-columns.tsx';
import type { Body, Seat } from './edited.ts';

/** Seats in order of the rota, then of term. What a source does not say stands as not stated. */
export function SeatTable({ body, onEdit }: { body: Body; onEdit: ((seat: Seat) => void) | undefined }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unstated = <span className="quiet">{text('web.figure.notStated')}</span>;
  const yesNo = (value: boolean | null) => (value === null ? unstated : text(value ? 'web.yes' : 'web.no'));
  const holder = (seat: Seat) => seat.personName ?? (name(seat.organisation?.name) || seat.post || text('registry.seat.vacant'));
  const term = (seat: Seat) => (seat.since || seat.until ? [seat.since ? format.date(seat.since) : '…', seat.until ? format.date(seat.until) : '…'].join(' – ') : null);
  const inRota = body.seats.some((each) => each.rotaOrder !== null);
  // What no seat states is said once under the table, not in a column of its own.
  const posts = [
    { key: 'hiredFromMarket' as const, cell: (seat: Seat) => yesNo(seat.hiredFromMarket) },
    { key: 'fullTime' as const, cell: (seat: Seat) => yesNo(seat.fullTime) },
    { key: 'certificate' as const, cell: (seat: Seat) => seat.certificate ?? unstated },
  ];
  const known = posts.filter(({ key }) => body.seats.some((seat) => seat[key] !== null));
  const silent = posts.filter((each) => !known.includes(each)).map(({ key }) => text(`registry.seat.${key}`));
  const columns: Column<Seat>[] = [
    {
      key: 'holder',
      label: text('registry.seat.holder'),
      cell: (seat) => (
        <span className="row-tight">
          <span>{seat.personName ?? (seat.organisation ? null : <span className="warning">{text('registry.seat.vacant')}</span>)}</span>
          {seat.organisation ? <RecordLink kind="organisation" href={organisationPath(seat.organisation.id)} name={name(seat.organisation.name)} /> : null}
          {body.rota.current === seat.id ? <Tag tone="brand">{text('registry.cluster.rota.now')}</Tag> : null}
          {body.rota.next === seat.id ? <Tag>{text('registry.rota.next')}</Tag> : null}
        </span>
      ),
    },
    { key: 'post', label: text('registry.seat.post'), cell: (seat) => (seat.post ? <span className="nowrap">{seat.post}</span> : unstated) },
    { key: 'sector', label: text('registry.field.sector'), cell: (seat) => (seat.sector ? textOr(`registry.sector.${seat.sector}`, seat.sector) : unstated) },
    { key: 'term', label: text('registry.seat.term'), cell: (seat) => term(seat) ?? unstated, width: 190 },
    ...(inRota ? [{ key: 'rota', label: text('registry.seat.rotaOrder'), number: true, cell: (seat: Seat) => seat.rotaOrder ?? '—' }] : []),
    ...known.map(({ key, cell }) => ({ key, label: text(`registry.seat.${key}`), cell })),
    ...(onEdit ? [{ key: 'edit', label: '', width: 48, cell: (seat: Seat) => <IconButton icon="edit" label={text('registry.seat.edit', { name: holder(seat) })} onClick={() => onEdit(seat)} /> }] : []),
  ];
  const rows = body.seats.toSorted((one, other) => (one.rotaOrder ?? 999) - (other.rotaOrder ?? 999) || (one.since ?? '').localeCompare(other.since ?? ''));
  return <DataTable caption={name(body.name)} columns={columns} rows={rows} rowKey={(seat) => seat.id} density="compact" foot={silent.length > 0 ? text('registry.seat.notStated', { what: silent.join(text('web.listComma')) }) : undefined} />;
}
