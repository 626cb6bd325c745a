import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { listOwnKeys, revokeOwnKey } from '../../words/security.contract.ts';
import { useKeyColumns } from './key-columns.tsx';
import { NewKey } from './NewKey.tsx';

export function KeysCard() {
  const text = useText();
  const columns = useKeyColumns();
  const query = useRoute(listOwnKeys, {});
  const revoke = useWrite(revokeOwnKey, { touches: ['apiKey'] });
  const [making, setMaking] = useState(false);
  const deed = { key: 'deed', label: text('identity.mandate.deed'), cell: (key: { id: string; state: string }) => (key.state === 'inForce' ? <Button size="small" onClick={() => revoke.mutate({ params: { keyId: key.id } })}>{text('identity.key.revoke')}</Button> : null) };
  const canMake = (query.data?.offered.length ?? 0) > 0;
  return (
    <Card flush title={text('identity.keys')} note={text('identity.keys.note')} actions={canMake ? <Button size="small" icon="plus" onClick={() => setMaking(true)}>{text('identity.key.new')}</Button> : null}>
      {revoke.error ? <p role="alert" className="field-error">{problemText(revoke.error, text)}</p> : null}
      <Loaded query={query} lines={2}>{({ items }) => (items.length === 0 ? <EmptyState title={text('identity.keys.none')} /> : <DataTable caption={text('identity.keys')} columns={[...columns, deed]} rows={items} rowKey={(key) => key.id} />)}</Loaded>
      {making ? <NewKey offered={query.data?.offered ?? []} onClose={() => setMaking(false)} /> : null}
    </Card>
  );
}
