import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Combobox } from '#web/kit/form/Combobox.tsx';
import type { ComboboxOption } from '#web/kit/form/Combobox.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { useMay } from '#web/session/use-session.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { listOrphans, passOrphans } from '../../words/leaving.contract.ts';
import type { Orphan } from '../../words/leaving.schema.ts';
import { useActingWords } from './approval-words.ts';
import { findPeople } from './find-people.ts';

function Orphans() {
  const text = useText();
  const name = useName();
  const words = useActingWords();
  const mayPass = useMay('orphan.pass');
  const [successor, setSuccessor] = useState<ComboboxOption | null>(null);
  const query = useRoute(listOrphans, {});
  const pass = useWrite(passOrphans, { touches: ['person', 'post', 'deputy', 'approval', 'audit'] });
  const give = (orphans: readonly Orphan[], successorId: string | null) => pass.mutate({ body: { items: orphans.map(({ kind, id }) => ({ kind, id })), successorId } });
  const columns: Column<Orphan>[] = [
    { key: 'person', label: text('identity.orphan.person'), fixed: true, cell: (orphan) => <span className="strong">{name(orphan.person.name)}</span> },
    { key: 'kind', label: text('identity.leaving.kind'), cell: (orphan) => words.label(orphan.label) },
    { key: 'name', label: text('identity.leaving.thing'), cell: (orphan) => (orphan.key ? textOr(orphan.key, name(orphan.name)) : name(orphan.name)) },
    ...(mayPass
      ? [{ key: 'deed', label: text('identity.mandate.deed'), cell: (orphan: Orphan) => (
          <span className="row row-wrap">
            {orphan.passes ? <Button size="small" missing={successor ? undefined : text('identity.leaving.chooseFirst')} onClick={() => give([orphan], successor?.value ?? null)}>{text('identity.orphan.give')}</Button> : null}
            <Button size="small" kind="danger" onClick={() => give([orphan], null)}>{text('identity.leaving.end')}</Button>
          </span>
        ) }]
      : []),
  ];
  return (
    <>
      <PageHead title={text('identity.orphans')} scope={text('identity.orphans.scope')} />
      <Loaded query={query} what={text('identity.orphans')} lines={6}>
        {({ items }) => (
          <Card title={text('identity.orphans.list')} note={String(items.length)} flush>
            {mayPass && items.length > 0 ? (
              <div className="card-body row row-wrap">
                <Combobox aria-label={text('identity.leaving.successor')} value={successor?.value ?? null} known={successor} find={findPeople} onChange={setSuccessor} />
                <Button size="small" busy={pass.isPending} missing={successor ? undefined : text('identity.leaving.chooseFirst')} onClick={() => give(items, successor?.value ?? null)}>{text('identity.orphan.giveAll')}</Button>
              </div>
            ) : null}
            {pass.error ? <p role="alert" className="field-error">{problemText(pass.error, text)}</p> : null}
            {items.length > 0 ? <DataTable caption={text('identity.orphans.list')} columns={columns} rows={items} rowKey={(orphan) => `${orphan.kind} ${orphan.id} ${orphan.person.id}`} /> : <EmptyState title={text('identity.orphans.none')} />}
          </Card>
        )}
      </Loaded>
    </>
  );
}

export default function OrphanList() {
  const text = useText();
  return <Administration permission="orphan.read" title={text('identity.orphans')}><Orphans /></Administration>;
}
