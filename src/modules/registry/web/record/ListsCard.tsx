import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { useList, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { NumberField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useMay } from '#web/session/use-session.ts';
import { addListEntry, listListEntries, listLists, removeListEntry } from '../../words/list.contract.ts';
import { listEntryInputSchema } from '../../words/list.schema.ts';
import type { ListSummary } from '../../words/list.schema.ts';
import type { Ref } from '../../words/record.schema.ts';
import { useFind } from '../find/find.ts';

export interface ListsCardProps {
  subject: Ref;
  kind: 'organisation' | 'cluster';
}

/** Official lists that name it, with what their issuer announced beside what is here. Being listed is a relation, never a flag. */
export function ListsCard({ subject, kind }: ListsCardProps) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const mayList = useMay('list.update');
  const subjectId = subject.id;
  const list = useList(listLists, { query: { subjectId } });
  const remove = useWrite(removeListEntry, { touches: ['list', kind, 'history'] });
  const take = async (row: ListSummary) => {
    const { items } = await call(listListEntries, { params: { listId: row.id }, query: { subjectId } });
    for (const entry of items) remove.mutate({ params: { listId: row.id, entryId: entry.id } });
  };
  const add = mayList ? <Button icon="plus" size="small" onClick={() => setAdding(true)}>{text('registry.listing.add')}</Button> : null;
  const columns: Column<ListSummary>[] = [
    { key: 'name', label: text('registry.recordKind.list'), cell: (row) => <span className="row-tight"><PageLink href={`/${kind}s?listId=${row.id}`}>{name(row.name)}</PageLink>{row.sample ? <SampleTag /> : null}</span> },
    { key: 'issuer', label: text('registry.listing.issuer'), cell: (row) => name(row.issuer) || <span className="quiet">{text('web.figure.notStated')}</span> },
    { key: 'issued', label: text('registry.listing.issued'), cell: (row) => (row.issuedOn ? format.date(row.issuedOn) : row.issuedPeriod ? format.period(row.issuedPeriod) : <span className="quiet">{text('web.figure.notStated')}</span>) },
    { key: 'batch', label: text('registry.listing.batch'), cell: (row) => row.batch ?? '—' },
    { key: 'entries', label: text('registry.listing.entries'), number: true, cell: (row) => (row.announcedCount === null || row.announcedCount === row.entryCount ? format.count(row.entryCount) : text('registry.listing.entriesOf', { here: row.entryCount, announced: row.announcedCount })) },
    { key: 'source', label: text('registry.column.sourceTitle'), cell: (row) => row.sourceTitle ?? <span className="quiet">{text('web.figure.notStated')}</span>, deskOnly: true },
    ...(mayList ? [{ key: 'remove', label: '', width: 48, cell: (row: ListSummary) => <IconButton icon="trash" label={text('registry.listing.remove', { name: name(row.name) })} onClick={() => void take(row)} /> }] : []),
  ];
  return (
    <Card title={text('registry.listing')} actions={list.items.length > 0 ? add : null} flush>
      <ListBody list={list} narrowed={false} clear={() => undefined} what={text('registry.listing')} empty={<EmptyState title={text('registry.listing.empty')} action={add} />}>
        <DataTable caption={text('registry.listing')} columns={columns} rows={list.items} rowKey={(row) => row.id} />
      </ListBody>
      <Dialog open={adding} title={text('registry.listing.add')} onClose={() => setAdding(false)}>
        <EntryForm subject={subject} kind={kind} onDone={() => setAdding(false)} />
      </Dialog>
    </Card>
  );
}

function EntryForm({ subject, kind, onDone }: ListsCardProps & { onDone: () => void }) {
  const text = useText();
  const name = useName();
  const find = useFind();
  const [listId, setListId] = useState<string | null>(null);
  const add = useWrite(addListEntry, { touches: ['list', kind, 'history'], onDone });
  const form = useForm({
    initial: { subjectId: subject.id, nameAsListed: name(subject.name) },
    schema: listEntryInputSchema,
    submit: (body) => (listId ? add.mutateAsync({ params: { listId }, body }) : Promise.resolve()),
  });
  const holder = { ...form, get: (path: string) => (path === 'listId' ? listId : form.get(path)), set: (path: string, value: unknown) => (path === 'listId' ? setListId(typeof value === 'string' ? value : null) : form.set(path, value)) };
  return (
    <Form form={holder} label={text('registry.listing.add')} actions={<Button kind="primary" type="submit" busy={form.sending} missing={listId ? undefined : text('registry.listing.choose')}>{text('registry.listing.add')}</Button>}>
      <ComboboxField form={holder} path="listId" label={text('registry.recordKind.list')} find={find.listsOf(kind)} />
      <TextField form={form} path="nameAsListed" label={text('registry.listing.nameAsListed')} help={text('registry.listing.nameAsListed.help')} />
      <NumberField form={form} path="position" label={text('registry.listing.position')} optional />
      <TextField form={form} path="batch" label={text('registry.listing.batch')} optional />
    </Form>
  );
}
