import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import type { ListAnswer } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { recordPath } from '#web/kit/event/record-path.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { removeListEntry } from '../../words/list.contract.ts';
import type { ListEntry, ListSummary } from '../../words/list.schema.ts';
import { ListCard } from '../record/ListCard.tsx';
import { useCoverage } from './Coverage.tsx';
import { EntryDialog } from './EntryDialog.tsx';

const touches = ['list', 'cluster', 'organisation', 'place', 'history', 'figure'];

/** Entries as the issuer printed them, linked to records where the register knows the record. */
export function EntriesCard({ list, entries, mayUpdate }: { list: ListSummary; entries: ListAnswer<ListEntry>; mayUpdate: boolean }) {
  const text = useText();
  const name = useName();
  const coverage = useCoverage();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<ListEntry | null>(null);
  const remove = useWrite(removeListEntry, { touches, onDone: () => setLeaving(null) });
  const add = mayUpdate ? <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>{text('registry.list.entry.add')}</Button> : null;
  const columns: Column<ListEntry>[] = [
    ...(entries.items.some((entry) => entry.position !== null) ? [{ key: 'position', label: text('registry.list.entry.position'), number: true, width: 72, cell: (row: ListEntry) => row.position ?? '—', export: (row: ListEntry) => row.position }] : []),
    { key: 'name', label: text('registry.listing.nameAsListed'), cell: (row) => row.nameAsListed, export: (row) => row.nameAsListed },
    {
      key: 'record',
      label: text('registry.list.entry.record'),
      cell: (row) => {
        const path = row.subject ? recordPath(row.subjectKind, row.subject.id) : null;
        if (!row.subject) return <span className="quiet">{text('registry.list.entry.unlinked')}</span>;
        return path ? <RecordLink kind={row.subjectKind} marked href={path} name={name(row.subject.name)} /> : name(row.subject.name);
      },
      export: (row) => name(row.subject?.name),
    },
    { key: 'batch', label: text('registry.listing.batch'), cell: (row) => row.batch ?? <span className="quiet">—</span>, export: (row) => row.batch, deskOnly: true },
    { key: 'note', label: text('registry.list.note'), cell: (row) => row.note ?? '', export: (row) => row.note, deskOnly: true },
    ...(mayUpdate ? [{ key: 'remove', label: '', width: 48, cell: (row: ListEntry) => <IconButton icon="trash" label={text('registry.list.entry.remove', { name: row.nameAsListed })} onClick={() => setLeaving(row)} /> }] : []),
  ];
  const empty = list.announcedCount ? text('registry.list.entries.unknown', { count: list.announcedCount }) : text('registry.list.entries.empty');
  return (
    <>
      <ListCard title={text('registry.list.entries')} list={entries} columns={columns} rowKey={(row) => row.id} empty={empty} emptyHint={text('registry.list.entries.hint')} action={<>{entries.items.length > 0 ? <ExportMenu name="list-entries" columns={columns} list={entries} /> : null}{add}</>} caption={coverage(list).words} />
      <EntryDialog list={list} open={adding} onClose={() => setAdding(false)} />
      <Dialog
        open={leaving !== null}
        title={text('registry.list.entry.remove.title', { name: leaving?.nameAsListed ?? '' })}
        onClose={() => setLeaving(null)}
        actions={
          <>
            <Button onClick={() => setLeaving(null)}>{text('registry.keep')}</Button>
            <Button kind="danger" icon="trash" busy={remove.isPending} onClick={() => (leaving ? remove.mutate({ params: { listId: list.id, entryId: leaving.id } }) : undefined)}>{text('registry.list.entry.remove.do')}</Button>
          </>
        }
      >
        <p>{text('registry.list.entry.remove.what')}</p>
        {remove.error ? <p className="field-error" role="alert">{problemText(remove.error, text)}</p> : null}
      </Dialog>
    </>
  );
}
