import { useState } from 'react';
import { useList, useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { listContacts, tallyContacts } from '../../words/reporter.contract.ts';
import { contactStates, type ContactState, type ReporterContact } from '../../words/reporter.schema.ts';
import { AddContact } from './AddContact.tsx';
import { ChosenContacts } from './ChosenContacts.tsx';
import './reporter.css';

const tone = { new: 'neutral', invited: 'brand', confirmed: 'positive', wrongPerson: 'critical', left: 'neutral' } as const satisfies Record<ContactState, string>;

/** Who reports for which firm, how far each of them has come, and the links that bring them in. */
export default function ContactListPage() {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const mayCreate = useMay('reporter.create');
  const mayInvite = useMay('reporter.invite');
  const [adding, setAdding] = useState(false);
  const state = useListState({ filters: ['state', 'organisation', 'campaign'], defaultSort: 'organisation' });
  const chosen = contactStates.find((value) => value === state.filters.state[0]);
  const list = useList(listContacts, { query: { q: state.query || undefined, state: chosen, organisationId: state.filters.organisation[0], campaignId: state.filters.campaign[0] } });
  const tally = useRoute(tallyContacts, {});
  const label = (value: ContactState): string => [text(`intake.reporter.state.${value}`), tally.data ? format.count(tally.data.counts[value] ?? 0) : null].filter(Boolean).join(' ');
  const columns: Column<ReporterContact>[] = [
    { key: 'organisation', label: text('intake.receipt.party'), fixed: true, cell: (row) => <PageLink href={`/organisations/${row.organisationId}`}>{name(row.organisation)}</PageLink>, export: (row) => name(row.organisation) },
    { key: 'name', label: text('intake.reporter.person'), cell: (row) => <span>{row.name}{row.duty ? <span className="quiet"> · {row.duty}</span> : null}</span>, export: (row) => row.name },
    { key: 'state', label: text('intake.column.state'), cell: (row) => <span className="row-tight"><Tag tone={tone[row.state]}>{text(`intake.reporter.state.${row.state}`)}</Tag>{row.linkUntil ? <span className="quiet small nowrap">{text('intake.reporter.linkUntil', { day: format.date(row.linkUntil) })}</span> : null}</span>, export: (row) => text(`intake.reporter.state.${row.state}`) },
    { key: 'phone', label: text('intake.column.phone'), cell: (row) => row.phone ?? '—', export: (row) => row.phone },
    { key: 'mail', label: text('intake.column.mail'), deskOnly: true, cell: (row) => row.mail ?? '—', export: (row) => row.mail },
    { key: 'code', label: text('intake.column.code'), optional: true, cell: (row) => row.code ?? '—', export: (row) => row.code },
    { key: 'confirmedAt', label: text('intake.column.confirmedAt'), deskOnly: true, cell: (row) => (row.confirmedAt ? format.date(row.confirmedAt) : '—'), export: (row) => row.confirmedAt },
  ];
  const bring = mayCreate ? <ButtonLink icon="intake" href="/imports">{text('intake.reporters.import')}</ButtonLink> : null;
  return (
    <>
      <ListPage
        name="reporter-contacts"
        title={text('intake.reporters')}
        scope={text('intake.reporters.scope')}
        list={list}
        state={state}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${name(row.organisation)} ${row.name}`}
        searchLabel={text('intake.reporters.find')}
        filters={<FilterChip single label={text('intake.column.state')} options={contactStates.map((value) => ({ value, label: label(value) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />}
        actions={<>{mayInvite ? <ButtonLink icon="check" href="/reporter-claims">{text('intake.claims')}</ButtonLink> : null}{bring}</>}
        primary={mayCreate ? <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>{text('intake.reporter.add')}</Button> : null}
        bulk={(keys, clear) => <ChosenContacts contacts={list.items.filter(({ id }) => keys.has(id))} ways={tally.data?.ways ?? []} clear={clear} />}
        empty={<EmptyState title={text('intake.reporters.empty')} action={bring}>{text('intake.reporters.empty.hint')}</EmptyState>}
      />
      {adding ? <AddContact onClose={() => setAdding(false)} /> : null}
    </>
  );
}
