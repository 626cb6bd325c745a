import { useList, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { useListState } from '#web/router/use-list-state.ts';
import { Administration } from '#web/shell/Administration.tsx';
import type { z } from 'zod';
import { listKeys, revokeKey } from '../../words/security.contract.ts';
import type { ApiKey, apiKeyListQuery } from '../../words/security.schema.ts';
import { useKeyColumns } from './key-columns.tsx';

type Asked = z.input<typeof apiKeyListQuery>;
const states = ['inForce', 'expired', 'revoked'] as const;

function Keys() {
  const text = useText();
  const name = useName();
  const own = useKeyColumns();
  const state = useListState({ filters: ['state'], defaultSort: '-createdAt' });
  const list = useList(listKeys, { query: { state: state.filters.state[0] as Asked['state'], sort: state.sortText as Asked['sort'] } });
  const revoke = useWrite(revokeKey, { touches: ['ownKey'] });
  const [first, ...rest] = own;
  const columns: Column<ApiKey>[] = [
    ...(first ? [first] : []),
    { key: 'person', label: text('identity.key.owner'), cell: (key) => name(key.person.name), export: (key) => name(key.person.name) },
    ...rest,
    { key: 'deed', label: text('identity.mandate.deed'), cell: (key) => (key.state === 'inForce' ? <Button size="small" onClick={() => revoke.mutate({ params: { keyId: key.id } })}>{text('identity.key.revoke')}</Button> : null) },
  ];
  return (
    <ListPage
      name="api-keys"
      title={text('identity.keysOfSpace')}
      scope={text('identity.keysOfSpace.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(key) => key.id}
      rowHref={(key) => `/administration/people/${key.person.id}`}
      filters={<FilterChip single label={text('identity.column.state')} options={states.map((each) => ({ value: each, label: text(`identity.key.state.${each}`) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />}
      empty={<EmptyState title={text('identity.keys.none')} />}
    />
  );
}

export default function KeyList() {
  const text = useText();
  return <Administration permission="apiKey.read" title={text('identity.keysOfSpace')}><Keys /></Administration>;
}
