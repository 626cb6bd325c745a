import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { recordPath } from '#web/kit/event/record-path.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { purgeFile, surveyFiles } from '../../words/file.contract.ts';
import { surveyKinds } from '../../words/file.schema.ts';
import type { SurveyItem, SurveyKind } from '../../words/file.schema.ts';
import { formatBytes } from '../files/bytes.ts';
import { QuotaCard } from './QuotaCard.tsx';
import '../record.css';

/** What an operator has to know about the files of a space. */
export default function FileSurvey() {
  const text = useText();
  return <Administration permission="file.administer" title={text('record.administration')}><Survey /></Administration>;
}

function Survey() {
  const text = useText();
  const setSearch = useSetSearch();
  const asked = one(useSearch()['show']);
  const show: SurveyKind = surveyKinds.find((kind) => kind === asked) ?? 'biggest';
  const query = useRoute(surveyFiles, { query: { show } }, { keepPrevious: true });
  const [doomed, setDoomed] = useState<SurveyItem | null>(null);
  const purge = useWrite(purgeFile, { onDone: () => setDoomed(null) });
  const choice = <Segmented label={text('record.administration')} value={show} onChange={(kind) => setSearch({ show: kind === 'biggest' ? undefined : kind })} options={surveyKinds.map((value) => ({ value, label: text(`record.administration.${value}`) }))} />;
  return (
    <>
      <PageHead title={text('record.administration')} />
      <QuotaCard />
      <Loaded query={query} what={text('record.administration')}>
        {({ items }) => (
          <Card title={text('record.administration')} actions={choice} flush>
            {items.length === 0 ? <EmptyState title={text(`record.administration.none.${show}`)} /> : <SurveyTable items={items} show={show} onPurge={setDoomed} />}
          </Card>
        )}
      </Loaded>
      <Dialog
        open={doomed !== null}
        title={text('record.administration.purgeOf', { name: doomed?.name ?? '' })}
        onClose={() => setDoomed(null)}
        actions={<><Button onClick={() => setDoomed(null)}>{text('record.administration.cancel')}</Button><Button kind="danger" busy={purge.isPending} onClick={() => (doomed ? purge.mutate({ params: { fileId: doomed.id } }) : undefined)}>{text('record.administration.purge')}</Button></>}
      >
        <p>{text('record.administration.purgeHint')}</p>
        {purge.error ? <p className="field-error" role="alert">{problemText(purge.error, text)}</p> : null}
      </Dialog>
    </>
  );
}

function SurveyTable({ items, show, onPurge }: { items: readonly SurveyItem[]; show: SurveyKind; onPurge: (item: SurveyItem) => void }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const language = useLanguage();
  const mayPurge = show === 'ownerless' || show === 'removed';
  const columns: Column<SurveyItem>[] = [
    { key: 'name', label: text('record.files.column.name'), fixed: true, cell: (item) => item.name },
    { key: 'record', label: text('record.administration.record'), cell: (item) => <RecordCell item={item} words={item.recordName ? name(item.recordName) : text('record.administration.gone')} /> },
    { key: 'size', label: text('record.files.column.size'), number: true, cell: (item) => formatBytes(item.size, language) },
    { key: 'level', label: text('record.files.column.level'), deskOnly: true, cell: (item) => text(`record.files.level.${item.level}`) },
    { key: 'retain', label: text('record.files.column.retain'), deskOnly: true, cell: (item) => (item.retainUntil ? format.date(item.retainUntil) : '—') },
    { key: 'uploaded', label: text('record.files.column.uploaded'), deskOnly: true, cell: (item) => format.date(item.uploadedAt) },
    ...(mayPurge ? [{ key: 'purge', label: '', width: 48, cell: (item: SurveyItem) => <IconButton icon="trash" label={text('record.administration.purgeOf', { name: item.name })} onClick={() => onPurge(item)} /> }] : []),
  ];
  return <DataTable caption={text('record.administration')} columns={columns} rows={items} rowKey={(item) => item.id} density="compact" />;
}

function RecordCell({ item, words }: { item: SurveyItem; words: string }) {
  const path = item.recordName ? recordPath(item.recordKind, item.recordId) : null;
  return path ? <PageLink href={`${path}?tab=files`}>{words}</PageLink> : <span className="quiet">{words}</span>;
}
