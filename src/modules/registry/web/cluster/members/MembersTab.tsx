import { useState } from 'react';
import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { ListTools } from '#web/kit/list/ListTools.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { shownColumns } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { useDensity } from '#web/kit/table/use-density.ts';
import { useListState } from '#web/router/use-list-state.ts';
import type { Cluster, Membership } from '../../../words/cluster.schema.ts';
import { membershipClasses, membershipListQuery } from '../../../words/cluster.schema.ts';
import { listMembers } from '../../../words/membership.contract.ts';
import { organisationTypes } from '../../../words/organisation.schema.ts';
import { FindChip } from '#web/kit/list/FindChip.tsx';
import { useFind, useKnownTerritory } from '../../find/find.ts';
import { organisationPath } from '../../organisation/organisation-columns.tsx';
import { MemberDialog } from './MemberDialog.tsx';
import { useMemberColumns } from './member-columns.tsx';

const filters = ['type', 'membershipClass', 'territoryId', 'ended'] as const;

/** Members with class and dates; the same filters, order and columns go into the export. */
export function MembersTab({ cluster, mayUpdate }: { cluster: Cluster; mayUpdate: boolean }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const find = useFind();
  const state = useListState({ filters, defaultSort: 'name' });
  const [density, setDensity] = useDensity('members');
  const [editing, setEditing] = useState<Membership | 'new' | null>(null);
  const first = (key: (typeof filters)[number]) => state.filters[key][0];
  const territory = useKnownTerritory(first('territoryId'));
  const asked = membershipListQuery.safeParse({ type: first('type'), membershipClass: first('membershipClass'), territoryId: first('territoryId'), ended: first('ended'), sort: state.sortText, ...(state.query ? { q: state.query } : {}) });
  const list = useList(listMembers, { params: { clusterId: cluster.id }, query: asked.success ? { ...asked.data, limit: 50 } : { limit: 50 } });
  const columns = useMemberColumns(cluster, mayUpdate ? setEditing : undefined);
  const shown = shownColumns(columns, state.columns);
  const chip = (key: (typeof filters)[number], label: string, options: { value: string; label: string }[]) => (
    <FilterChip label={label} options={options} chosen={state.filters[key]} onChange={(values) => state.setFilter(key, values.slice(-1))} single />
  );
  const add = mayUpdate ? <Button icon="plus" onClick={() => setEditing('new')}>{text('registry.member.add')}</Button> : null;
  return (
    <>
      <div className="row row-wrap">
        <span className="grow muted">{text('registry.member.scope', { count: format.count(list.total ?? cluster.memberCount) })}</span>
        <ExportMenu name="members" columns={shown} list={list} />
        {add}
      </div>
      <ListTools
        state={state}
        searchLabel={text('registry.member.find')}
        columns={columns}
        density={density}
        onDensity={setDensity}
        filters={
          <>
            {chip('type', text('registry.field.type'), organisationTypes.map((value) => ({ value, label: text(`registry.organisationType.${value}`) })))}
            {chip('membershipClass', text('registry.field.membershipClass'), membershipClasses.map((value) => ({ value, label: text(`registry.membershipClass.${value}`) })))}
            <FindChip label={text('registry.field.territory')} find={find.territories} value={first('territoryId')} known={territory} onChange={(value) => state.setFilter('territoryId', value)} />
            {chip('ended', text('registry.member.standing'), [{ value: 'true', label: text('registry.member.ended') }])}
          </>
        }
      />
      <section className="card" aria-busy={list.updating} aria-label={text('registry.cluster.members')}>
        <ListBody
          list={list}
          narrowed={state.narrowed}
          clear={state.clear}
          what={text('registry.cluster.members')}
          empty={<EmptyState title={text('registry.cluster.noMembers')} action={add} link={mayUpdate ? <ButtonLink kind="quiet" href="/organisations">{text('registry.cluster.fromFilter')}</ButtonLink> : null}>{text('registry.cluster.noMembers.hint')}</EmptyState>}
        >
          <div className={list.updating ? 'updating' : undefined} data-note={text('web.state.updating')}>
            <DataTable caption={text('registry.cluster.members')} columns={shown} rows={list.items} rowKey={(row) => row.id} rowHref={(row) => organisationPath(row.organisation.id)} rowLabel={(row) => name(row.organisation.name)} sort={state.sort} onSort={state.setSort} density={density} keys />
          </div>
          <ListFoot list={list} totals={text('registry.member.totals')} />
        </ListBody>
      </section>
      <MemberDialog clusterId={cluster.id} member={editing} onClose={() => setEditing(null)} />
    </>
  );
}
