import { roles } from '#platform/auth/permission.rules.ts';
import { useList } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { listPeople } from '../identity.contract.ts';
import type { personListQuery } from '../identity.schema.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { usePersonColumns } from './person-columns.tsx';
import type { z } from 'zod';

type Asked = z.input<typeof personListQuery>;

function People() {
  const text = useText();
  const state = useListState({ filters: ['role'], defaultSort: 'name' });
  const columns = usePersonColumns();
  const mayAdd = useMay('person.create');
  const list = useList(listPeople, { query: { q: state.query || undefined, role: state.filters.role[0] as Asked['role'], sort: state.sortText as Asked['sort'] } });
  const add = mayAdd ? <ButtonLink kind="primary" icon="plus" href="/administration/people/new">{text('identity.person.add')}</ButtonLink> : null;
  return (
    <ListPage
      name="people"
      title={text('identity.people')}
      scope={text('identity.people.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(person) => person.id}
      rowHref={(person) => `/administration/people/${person.id}`}
      searchLabel={text('identity.people.search')}
      filters={
        <FilterChip
          single
          label={text('identity.column.role')}
          options={roles.filter((role) => role !== 'public').map((role) => ({ value: role, label: text(`identity.role.${role}`) }))}
          chosen={state.filters.role}
          onChange={(values) => state.setFilter('role', values)}
        />
      }
      primary={add}
      empty={<EmptyState title={text('identity.people.empty')} action={add} />}
    />
  );
}

export default function PeopleList() {
  const text = useText();
  return <Administration permission="person.read" title={text('identity.people')}><People /></Administration>;
}
