import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { CopyText } from '#web/kit/state/CopyText.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useSession } from '#web/session/use-session.ts';
import { listClaims } from '../../words/claim.contract.ts';
import { claimStates, type Claim } from '../../words/claim.schema.ts';
import { claimTone } from './claim-words.ts';

/** Who says that they report for a firm, the newest first. */
export default function ClaimListPage() {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { session } = useSession();
  const state = useListState({ filters: ['state'], defaultSort: '-createdAt' });
  const chosen = claimStates.find((value) => value === state.filters.state[0]);
  const list = useList(listClaims, { query: { q: state.query || undefined, state: chosen } });
  const columns: Column<Claim>[] = [
    { key: 'organisation', label: text('intake.receipt.party'), fixed: true, cell: (row) => <PageLink href={`/reporter-claims/${row.id}`}>{row.organisation ? name(row.organisation.name) : row.code}</PageLink>, export: (row) => (row.organisation ? name(row.organisation.name) : '') },
    { key: 'code', label: text('intake.column.code'), cell: (row) => <code>{row.code}</code>, export: (row) => row.code },
    { key: 'name', label: text('intake.reporter.person'), cell: (row) => row.name, export: (row) => row.name },
    { key: 'state', label: text('intake.column.state'), cell: (row) => <Tag tone={claimTone[row.state]}>{text(`intake.claim.state.${row.state}`)}</Tag>, export: (row) => text(`intake.claim.state.${row.state}`) },
    { key: 'createdAt', label: text('intake.claim.receivedAt'), cell: (row) => format.date(row.createdAt), export: (row) => row.createdAt },
  ];
  const address = session?.space ? `${location.origin}/claim/${session.space.id}` : null;
  return (
    <ListPage
      name="reporter-claims"
      title={text('intake.claims')}
      scope={text('intake.claims.scope')}
      breadcrumb={[{ label: text('intake.reporters'), href: '/reporter-contacts' }]}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.organisation ? name(row.organisation.name) : row.code} ${row.name}`}
      searchLabel={text('intake.claims.find')}
      filters={<FilterChip single label={text('intake.column.state')} options={claimStates.map((value) => ({ value, label: text(`intake.claim.state.${value}`) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />}
      actions={address ? <CopyText label={text('intake.claims.address')} value={address} /> : null}
      empty={<EmptyState title={text('intake.claims.empty')}>{text('intake.claims.empty.hint')}</EmptyState>}
    />
  );
}
