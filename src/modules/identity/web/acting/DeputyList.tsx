import { useState } from 'react';
import type { z } from 'zod';
import { useList, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { endDeputy, listDeputies } from '../../words/deputy.contract.ts';
import type { Deputy, deputyListQuery } from '../../words/deputy.schema.ts';
import { useDeputyColumns } from './DeputyTable.tsx';
import { NameDeputy } from './NameDeputy.tsx';

type Asked = z.input<typeof deputyListQuery>;
const states = ['inForce', 'coming', 'ended'] as const;

function Deputies() {
  const text = useText();
  const mayName = useMay('deputy.name');
  const [naming, setNaming] = useState(false);
  const state = useListState({ filters: ['state'], defaultSort: '-validFrom' });
  const list = useList(listDeputies, { query: { state: state.filters.state[0] as Asked['state'], sort: state.sortText as Asked['sort'] } });
  const end = useWrite(endDeputy, { touches: ['session', 'audit'] });
  const stop = (deputy: Deputy) => (deputy.state === 'ended' ? null : <Button size="small" kind="danger" onClick={() => end.mutate({ params: { deputyId: deputy.id } })}>{text('identity.deputy.end')}</Button>);
  const name = mayName ? <Button kind="primary" icon="plus" onClick={() => setNaming(true)}>{text('identity.deputy.name')}</Button> : null;
  return (
    <>
      <ListPage
        name="deputies"
        title={text('identity.deputies')}
        scope={text('identity.deputies.scope')}
        list={list}
        state={state}
        columns={useDeputyColumns(mayName ? stop : undefined)}
        rowKey={(deputy) => deputy.id}
        filters={<FilterChip single label={text('identity.column.state')} options={states.map((each) => ({ value: each, label: text(`identity.mandateState.${each}`) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />}
        primary={name}
        empty={<EmptyState title={text('identity.deputies.none')} action={name} />}
      />
      {naming ? <NameDeputy holderId={null} choosesHolder onClose={() => setNaming(false)} /> : null}
    </>
  );
}

export default function DeputyList() {
  const text = useText();
  return <Administration permission="deputy.read" title={text('identity.deputies')}><Deputies /></Administration>;
}
